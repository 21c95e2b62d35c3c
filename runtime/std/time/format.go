package time

// padded appends x with at least width digits; the pad is '0' or ' '.
func padded(b []byte, x, width int, pad byte) []byte {
	u := uint64(x)
	if x < 0 {
		b = append(b, '-')
		u = -u
	}
	text := digits(u)
	for i := len(text); i < width; i++ {
		b = append(b, pad)
	}
	return append(b, text...)
}

// Format is t as the reference time stands in the layout (see the constant Layout).
func (t Time) Format(layout string) string {
	var room [64]byte
	return string(t.AppendFormat(room[:0], layout))
}

// AppendFormat appends t as Format gives it.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	zone := t.loc.at(t.unix())
	number, second := floorDiv(t.unix()+int64(zone.offset), dayLength)
	year, month, day := civil(number)
	hour, min, sec := int(second/3600), int(second/60%60), int(second%60)
	for layout != "" {
		before, it, _, after := next(layout)
		b = append(b, before...)
		layout = after
		switch it.element {
		case longYear:
			b = padded(b, year, 4, '0')
		case shortYear:
			b = padded(b, max(year, -year)%100, 2, '0')
		case longMonth:
			b = append(b, month.String()...)
		case shortMonth:
			b = append(b, month.String()[:3]...)
		case month2:
			b = padded(b, int(month), 2, '0')
		case month1:
			b = padded(b, int(month), 0, '0')
		case longDay:
			b = append(b, weekday(number).String()...)
		case shortDay:
			b = append(b, weekday(number).String()[:3]...)
		case day2:
			b = padded(b, day, 2, '0')
		case dayBlank:
			b = padded(b, day, 2, ' ')
		case day1:
			b = padded(b, day, 0, '0')
		case yearDay3, yearDayBlank:
			pad := byte('0')
			if it.element == yearDayBlank {
				pad = ' '
			}
			b = padded(b, int(number-dayNumber(int64(year), January, 1))+1, 3, pad)
		case hour24:
			b = padded(b, hour, 2, '0')
		case hour2:
			b = padded(b, (hour+11)%12+1, 2, '0')
		case hour1:
			b = padded(b, (hour+11)%12+1, 0, '0')
		case minute2:
			b = padded(b, min, 2, '0')
		case minute1:
			b = padded(b, min, 0, '0')
		case second2:
			b = padded(b, sec, 2, '0')
		case second1:
			b = padded(b, sec, 0, '0')
		case upperPM, lowerPM:
			mark := "AM"
			if hour >= 12 {
				mark = "PM"
			}
			if it.element == upperPM {
				b = append(b, mark...)
			} else {
				b = append(b, mark[0]|0x20, 'm')
			}
		case zoneName:
			if zone.name != "" {
				b = append(b, zone.name...)
				break
			}
			b = appendOffset(b, zone.offset, 2, false)
		case offset:
			if it.z && zone.offset == 0 {
				b = append(b, 'Z')
			} else {
				b = appendOffset(b, zone.offset, it.parts, it.colon)
			}
		case fraction0, fraction9:
			b = appendFraction(b, int(t.nsec()), it)
		}
	}
	return b
}

// appendOffset writes hours, minutes and seconds of an offset, as many parts as wanted.
func appendOffset(b []byte, seconds, parts int, colon bool) []byte {
	sign := byte('+')
	// The sign is that of the whole minutes.
	if seconds/60 < 0 {
		sign = '-'
	}
	b = append(b, sign)
	seconds = max(seconds, -seconds)
	b = padded(b, seconds/3600, 2, '0')
	for i, part := range [...]int{seconds / 60 % 60, seconds % 60} {
		if i+1 < parts {
			if colon {
				b = append(b, ':')
			}
			b = padded(b, part, 2, '0')
		}
	}
	return b
}

func appendFraction(b []byte, nsec int, it item) []byte {
	text := digits(uint64(nsec) + 1e9)[1:]
	text = text[:min(it.digits, 9)]
	if it.element == fraction9 {
		for text != "" && text[len(text)-1] == '0' {
			text = text[:len(text)-1]
		}
		if text == "" {
			return b
		}
	}
	b = append(b, it.point)
	b = append(b, text...)
	for i := 9; it.element == fraction0 && i < it.digits; i++ {
		b = append(b, '0')
	}
	return b
}

// String is t for people: date, clock, offset, zone, and the reading of the runtime's clock.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasClock != 0 {
		sign, u := "+", uint64(t.ext)
		if t.ext < 0 {
			sign, u = "-", -u
		}
		s += " m=" + sign + digits(u/1e9) + "." + digits(u%1e9 + 1e9)[1:]
	}
	return s
}

// GoString is t as a Go expression.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	b := padded([]byte("time.Date("), year, 0, '0')
	if January <= month && month <= December {
		b = append(b, ", time."...)
		b = append(b, month.String()...)
	}
	for _, x := range [...]int{day, hour, min, sec, t.Nanosecond()} {
		b = append(b, ", "...)
		b = padded(b, x, 0, '0')
	}
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(b, ", time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, "))"...)
	}
	return string(b)
}

// quote is s in quotes, with escapes for what is not printable ASCII.
func quote(s string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c >= 0x80:
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}
