// Package time measures and shows time.
package time

func now() (sec int64, nsec int32, mono int64)

// Time is an instant: seconds since January 1 of year 1 UTC, nanoseconds, and a reading of the
// runtime's clock (0: none), which differences of times prefer.
type Time struct {
	sec  int64
	nsec int64
	mono int64
	loc  *Location
}

// Location is a time zone; only UTC is there.
type Location struct{ name string }

// UTC is universal time, Local the zone of the program: UTC too.
var (
	UTC   = &Location{"UTC"}
	Local = &Location{"Local"}
)

func (l *Location) String() string { return l.name }

// toUnix is 1970 in seconds since year 1.
const toUnix = (1969*365 + 1969/4 - 1969/100 + 1969/400) * 86400

// Now is the current time.
func Now() Time {
	sec, nsec, mono := now()
	return Time{sec + toUnix, int64(nsec), mono, Local}
}

// Unix is the time sec seconds and nsec nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	sec += nsec / 1e9
	nsec %= 1e9
	if nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Time{sec + toUnix, nsec, 0, Local}
}

// UnixMilli is the time ms milliseconds after 1970.
func UnixMilli(ms int64) Time { return Unix(ms/1e3, ms%1e3*1e6) }

// Since is the time since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until is the time until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// Add is t + d.
func (t Time) Add(d Duration) Time {
	t.sec += int64(d / 1e9)
	t.nsec += int64(d % 1e9)
	if t.nsec >= 1e9 {
		t.sec++
		t.nsec -= 1e9
	} else if t.nsec < 0 {
		t.sec--
		t.nsec += 1e9
	}
	if t.mono != 0 {
		t.mono += int64(d)
	}
	return t
}

// Sub is t - u.
func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		return Duration(t.mono - u.mono)
	}
	d := Duration(t.sec-u.sec)*Second + Duration(t.nsec-u.nsec)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return -1 << 63
	}
	return 1<<63 - 1
}

// Compare is -1, 0 or 1 for t before, at or after u.
func (t Time) Compare(u Time) int {
	a, b, c, d := t.sec, u.sec, t.nsec, u.nsec
	if t.mono != 0 && u.mono != 0 {
		a, b, c, d = t.mono, u.mono, 0, 0
	}
	switch {
	case a < b || a == b && c < d:
		return -1
	case a == b && c == d:
		return 0
	}
	return 1
}

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether both are the same instant.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// IsZero reports whether t is the zero Time.
func (t Time) IsZero() bool { return t.sec == 0 && t.nsec == 0 }

// Unix is t in seconds since 1970.
func (t Time) Unix() int64 { return t.sec - toUnix }

// UnixMilli is t in milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec/1e6 }

// UnixMicro is t in microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec/1e3 }

// UnixNano is t in nanoseconds since 1970.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + t.nsec }

// Nanosecond is the part of t below a second.
func (t Time) Nanosecond() int { return int(t.nsec) }

// Round without a unit drops the reading of the runtime's clock.
func (t Time) Round(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	rest := Duration(t.sec%int64(d))*Second%d + Duration(t.nsec)%d
	rest %= d
	if rest+rest < d {
		return t.Add(-rest)
	}
	return t.Add(d - rest)
}

// UTC is t in universal time.
func (t Time) UTC() Time {
	t.loc = UTC
	return t
}
