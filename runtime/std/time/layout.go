package time

// Predefined layouts: how the reference time, Mon Jan 2 15:04:05 MST 2006, would look.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// element is a part of a layout that stands for a part of a time.
type element uint8

const (
	noElement element = iota
	longYear
	shortYear
	longMonth
	shortMonth
	month2 // two digits
	month1 // as many as needed
	longDay
	shortDay
	day2
	dayBlank // padded with a blank
	day1
	yearDay3
	yearDayBlank
	hour24
	hour2
	hour1
	minute2
	minute1
	second2
	second1
	upperPM
	lowerPM
	zoneName
	offset    // hhmm, and so on
	fraction0 // all digits
	fraction9 // no zeros at the end
)

// item is an element as it stands in a layout.
type item struct {
	element
	z      bool // Z for no offset
	colon  bool // between the parts of an offset
	parts  int  // of an offset: hours, minutes, seconds
	digits int  // of a fraction
	point  byte // before a fraction
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

func isLower(s string, i int) bool { return i < len(s) && 'a' <= s[i] && s[i] <= 'z' }

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// next splits a layout around its first element.
func next(layout string) (before string, it item, text, after string) {
	for i := range len(layout) {
		if it, n := itemAt(layout[i:]); n > 0 {
			skip := 0
			if it.element == longYear && layout[i] == '_' {
				skip = 1 // "_2006" is a year after a "_"
			}
			return layout[:i+skip], it, layout[i+skip : i+n], layout[i+n:]
		}
	}
	return layout, item{}, "", ""
}

// itemAt is the element that s begins with and its length, or 0.
func itemAt(s string) (item, int) {
	plain := func(e element, n int) (item, int) { return item{element: e}, n }
	switch s[0] {
	case 'J':
		if hasPrefix(s, "January") {
			return plain(longMonth, 7)
		}
		if hasPrefix(s, "Jan") && !isLower(s, 3) {
			return plain(shortMonth, 3)
		}
	case 'M':
		if hasPrefix(s, "Monday") {
			return plain(longDay, 6)
		}
		if hasPrefix(s, "Mon") && !isLower(s, 3) {
			return plain(shortDay, 3)
		}
		if hasPrefix(s, "MST") {
			return plain(zoneName, 3)
		}
	case '0':
		if hasPrefix(s, "002") {
			return plain(yearDay3, 3)
		}
		if len(s) > 1 && '1' <= s[1] && s[1] <= '6' {
			return plain([...]element{month2, day2, hour2, minute2, second2, shortYear}[s[1]-'1'], 2)
		}
	case '1':
		if isDigit(s, 1) && s[1] == '5' {
			return plain(hour24, 2)
		}
		return plain(month1, 1)
	case '2':
		if hasPrefix(s, "2006") {
			return plain(longYear, 4)
		}
		return plain(day1, 1)
	case '_':
		if hasPrefix(s, "_2006") {
			return plain(longYear, 5)
		}
		if hasPrefix(s, "_2") {
			return plain(dayBlank, 2)
		}
		if hasPrefix(s, "__2") {
			return plain(yearDayBlank, 3)
		}
	case '3':
		return plain(hour1, 1)
	case '4':
		return plain(minute1, 1)
	case '5':
		return plain(second1, 1)
	case 'P':
		if hasPrefix(s, "PM") {
			return plain(upperPM, 2)
		}
	case 'p':
		if hasPrefix(s, "pm") {
			return plain(lowerPM, 2)
		}
	case '-', 'Z':
		for _, o := range [...]struct {
			text string
			it   item
		}{
			{"070000", item{parts: 3}},
			{"07:00:00", item{parts: 3, colon: true}},
			{"0700", item{parts: 2}},
			{"07:00", item{parts: 2, colon: true}},
			{"07", item{parts: 1}},
		} {
			if hasPrefix(s[1:], o.text) {
				o.it.element, o.it.z = offset, s[0] == 'Z'
				return o.it, len(o.text) + 1
			}
		}
	case '.', ',':
		if len(s) > 1 && (s[1] == '0' || s[1] == '9') {
			n := 1
			for n < len(s) && s[n] == s[1] {
				n++
			}
			if !isDigit(s, n) {
				it := item{element: fraction0, digits: n - 1, point: s[0]}
				if s[1] == '9' {
					it.element = fraction9
				}
				return it, n
			}
		}
	}
	return item{}, 0
}
