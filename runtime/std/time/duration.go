package time

// Duration is a length of time in nanoseconds.
type Duration int64

// Common durations.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

// Nanoseconds is d in nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds is d in whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds is d in whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// in is d in units of u; whole units first, so that big values stay exact.
func (d Duration) in(u Duration) float64 { return float64(d/u) + float64(d%u)/float64(u) }

// Seconds is d in seconds.
func (d Duration) Seconds() float64 { return d.in(Second) }

// Minutes is d in minutes.
func (d Duration) Minutes() float64 { return d.in(Minute) }

// Hours is d in hours.
func (d Duration) Hours() float64 { return d.in(Hour) }

// Abs is d without its sign.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == -1<<63:
		return 1<<63 - 1
	}
	return -d
}

// Truncate rounds d towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m
	if d < 0 {
		rest = -rest
		if rest < m-rest {
			return d + rest
		}
		if up := d - m + rest; up < d {
			return up
		}
		return -1 << 63
	}
	if rest < m-rest {
		return d - rest
	}
	if up := d + m - rest; up > d {
		return up
	}
	return 1<<63 - 1
}

// String is d as 1h2m3.5s, 1.5ms, 0s.
func (d Duration) String() string {
	u := uint64(d)
	negative := d < 0
	if negative {
		u = -u
	}
	var text string
	switch {
	case u == 0:
		return "0s"
	case u < 1e3:
		text = digits(u) + "ns"
	case u < 1e6:
		text = decimal(u, 1e3) + "µs"
	case u < 1e9:
		text = decimal(u, 1e6) + "ms"
	default:
		minutes := u / 60e9
		text = decimal(u%60e9, 1e9) + "s"
		if minutes > 0 {
			text = digits(minutes%60) + "m" + text
			if h := minutes / 60; h > 0 {
				text = digits(h) + "h" + text
			}
		}
	}
	if negative {
		return "-" + text
	}
	return text
}

func digits(u uint64) string {
	var b [20]byte
	i := len(b)
	for {
		i--
		b[i] = byte('0' + u%10)
		u /= 10
		if u == 0 {
			return string(b[i:])
		}
	}
}

// decimal is u / unit with the digits behind the point that are needed.
func decimal(u, unit uint64) string {
	whole, rest := digits(u/unit), u%unit
	if rest == 0 {
		return whole
	}
	fraction := digits(rest + unit)[1:]
	for fraction[len(fraction)-1] == '0' {
		fraction = fraction[:len(fraction)-1]
	}
	return whole + "." + fraction
}
