// Package time measures and shows time.
package time

func now() (sec int64, nsec int32, mono int64)

// Time is an instant, with the place whose clocks show it.
//
// wall has a flag in its top bit and nanoseconds in its low 30 bits. With the flag, the 33 bits
// between are seconds since 1885 and ext is a reading of the runtime's clock, which differences
// prefer; without it they are 0 and ext is seconds since January 1 of year 1. loc is nil for UTC.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasClock   = 1 << 63
	nsecBits   = 30
	nsecMask   = 1<<nsecBits - 1
	secBits    = 33
	dayLength  = 86400
	toUnix     = (1969*365 + 1969/4 - 1969/100 + 1969/400) * dayLength // 1970 since year 1
	wallOrigin = (1884*365 + 1884/4 - 1884/100 + 1884/400) * dayLength // 1885 since year 1
)

// sec is t in seconds since year 1.
func (t *Time) sec() int64 {
	if t.wall&hasClock != 0 {
		return wallOrigin + int64(t.wall<<1>>(nsecBits+1))
	}
	return t.ext
}

func (t *Time) nsec() int64 { return int64(t.wall & nsecMask) }

// unix is t in seconds since 1970.
func (t *Time) unix() int64 { return t.sec() - toUnix }

// forget drops the reading of the runtime's clock.
func (t *Time) forget() {
	if t.wall&hasClock != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

// place sets the location.
func (t *Time) place(l *Location) {
	if l == &utc {
		l = nil
	}
	t.forget()
	t.loc = l
}

// instant is the time sec seconds after 1970 and 0 <= nsec < 1e9 nanoseconds.
func instant(sec, nsec int64, l *Location) Time { return Time{uint64(nsec), sec + toUnix, l} }

// Now is the current time.
func Now() Time {
	sec, nsec, mono := now()
	since := sec + toUnix - wallOrigin
	if uint64(since)>>secBits != 0 {
		return instant(sec, int64(nsec), Local)
	}
	return Time{hasClock | uint64(since)<<nsecBits | uint64(nsec), mono, Local}
}

// Unix is the time sec seconds and nsec nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		sec += nsec / 1e9
		nsec %= 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return instant(sec, nsec, Local)
}

// UnixMilli is the time ms milliseconds after 1970.
func UnixMilli(ms int64) Time { return Unix(ms/1e3, ms%1e3*1e6) }

// UnixMicro is the time us microseconds after 1970.
func UnixMicro(us int64) Time { return Unix(us/1e6, us%1e6*1e3) }

// Since is the time since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until is the time until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// Add is t + d.
func (t Time) Add(d Duration) Time {
	sec, nsec := int64(d/1e9), t.nsec()+int64(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(nsec)
	if t.wall&hasClock != 0 {
		clock := t.ext + int64(d)
		since := int64(t.wall<<1>>(nsecBits+1)) + sec
		if uint64(since)>>secBits == 0 && (clock < t.ext) == (d < 0) {
			t.wall = hasClock | uint64(since)<<nsecBits | uint64(nsec)
			t.ext = clock
			return t
		}
		t.forget()
	}
	// Where the sum does not fit, the end of time.
	sum := t.ext + sec
	switch {
	case (sum > t.ext) == (sec > 0):
		t.ext = sum
	case sec > 0:
		t.ext = 1<<63 - 1
	default:
		t.ext = -(1<<63 - 1)
	}
	return t
}

// Sub is t - u.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasClock != 0 {
		d := Duration(t.ext - u.ext)
		switch {
		case d < 0 && t.ext > u.ext:
			return 1<<63 - 1
		case d > 0 && t.ext < u.ext:
			return -1 << 63
		}
		return d
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
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
	var a, b, c, d int64
	if t.wall&u.wall&hasClock != 0 {
		a, b = t.ext, u.ext
	} else {
		a, b, c, d = t.sec(), u.sec(), t.nsec(), u.nsec()
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

// IsZero reports whether t is the start of year 1, UTC.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// Unix is t in seconds since 1970.
func (t Time) Unix() int64 { return t.unix() }

// UnixMilli is t in milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.unix()*1e3 + t.nsec()/1e6 }

// UnixMicro is t in microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.unix()*1e6 + t.nsec()/1e3 }

// UnixNano is t in nanoseconds since 1970.
func (t Time) UnixNano() int64 { return t.unix()*1e9 + t.nsec() }

// Nanosecond is the part of t below a second.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// rest is what t is above a multiple of d since year 1.
func (t *Time) rest(d Duration) Duration {
	sec, nsec := t.sec(), uint64(t.nsec())
	if d%Second == 0 {
		s := sec % int64(d/Second)
		if s < 0 {
			s += int64(d / Second)
		}
		return Duration(s)*Second + Duration(nsec)
	}
	// (sec·10^9 + nsec) mod d, where the product has more than 64 bits: from the top bit of sec
	// down, twice what is there and one more where the bit is set.
	m := uint64(d)
	negative := sec < 0
	if negative {
		sec = -sec
	}
	r, unit := uint64(0), uint64(Second)%m
	for bit := 63; bit >= 0; bit-- {
		r = plus(r, r, m)
		if uint64(sec)>>bit&1 != 0 {
			r = plus(r, unit, m)
		}
	}
	if negative && r != 0 {
		r = m - r
	}
	return Duration(plus(r, nsec%m, m))
}

// plus is a + b modulo m, for a, b < m < 1<<63.
func plus(a, b, m uint64) uint64 {
	if s := a + b; s < m {
		return s
	}
	return a + b - m
}

// Truncate rounds t down to a multiple of d since year 1. It drops the reading of the clock.
func (t Time) Truncate(d Duration) Time {
	t.forget()
	if d <= 0 {
		return t
	}
	return t.Add(-t.rest(d))
}

// Round rounds t to the nearest multiple of d since year 1, halves up. It drops the reading of the
// clock.
func (t Time) Round(d Duration) Time {
	t.forget()
	if d <= 0 {
		return t
	}
	rest := t.rest(d)
	if rest < d-rest {
		return t.Add(-rest)
	}
	return t.Add(d - rest)
}

// UTC is t in universal time.
func (t Time) UTC() Time {
	t.place(&utc)
	return t
}

// Local is t in the program's zone.
func (t Time) Local() Time {
	t.place(Local)
	return t
}

// In is t in another place.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.place(loc)
	return t
}

// Location is where t is.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}
