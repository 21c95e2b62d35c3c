package time

// Month is a month of the year, January is 1.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

// Weekday is a day of the week, Sunday is 0.
type Weekday int

// The days of the week.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

const (
	monthNames = "January  February March    April    May      June     July     August   SeptemberOctober  November December "
	dayNames   = "Sunday   Monday   Tuesday  WednesdayThursday Friday   Saturday "
	nameWidth  = 9
)

// entry is the name at place i of a table.
func entry(table string, i int) string {
	name := table[i*nameWidth : (i+1)*nameWidth]
	for name[len(name)-1] == ' ' {
		name = name[:len(name)-1]
	}
	return name
}

// String is the English name.
func (m Month) String() string {
	if m < January || m > December {
		return "%!Month(" + digits(uint64(m)) + ")"
	}
	return entry(monthNames, int(m-1))
}

// String is the English name.
func (d Weekday) String() string {
	if d < Sunday || d > Saturday {
		return "%!Weekday(" + digits(uint64(d)) + ")"
	}
	return entry(dayNames, int(d))
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int) int {
	switch m {
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	case April, June, September, November:
		return 30
	}
	return 31
}

// Days are counted from 1970. Years are counted from March here, so that the leap day is the last
// one: after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
const (
	eraDays     = 146097 // of 400 years
	daysTo1970  = 719468 // from March 1 of year 0
	commonCycle = 1461   // days of four years
)

// floorDiv is a/b rounded down, and the rest, for b > 0.
func floorDiv(a, b int64) (q, r int64) {
	q, r = a/b, a%b
	if r < 0 {
		q--
		r += b
	}
	return
}

// dayNumber is the number of a day of month 1 to 12.
func dayNumber(year int64, m Month, day int64) int64 {
	month := int64(m) - 3
	if month < 0 {
		month += 12
		year--
	}
	era, y := floorDiv(year, 400)
	return era*eraDays + y*365 + y/4 - y/100 + (153*month+2)/5 + day - 1 - daysTo1970
}

// civil is the date of a day number.
func civil(number int64) (year int, m Month, day int) {
	era, d := floorDiv(number+daysTo1970, eraDays)
	y := (d - d/(commonCycle-1) + d/36524 - d/(eraDays-1)) / 365
	d -= y*365 + y/4 - y/100
	month := (5*d + 2) / 153
	day = int(d-(153*month+2)/5) + 1
	year = int(era*400 + y)
	if month < 10 {
		return year, Month(month + 3), day
	}
	return year + 1, Month(month - 9), day
}

// clock is t where it is, in days since 1970 and seconds of the day.
func (t *Time) clock() (day, second int64) {
	unix := t.unix()
	if t.loc != nil {
		unix += int64(t.loc.at(unix).offset)
	}
	return floorDiv(unix, dayLength)
}

// Date is the day of t.
func (t Time) Date() (year int, month Month, day int) {
	n, _ := t.clock()
	return civil(n)
}

// Year is the year of t.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month is the month of t.
func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

// Day is the day of the month of t.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

func weekday(day int64) Weekday {
	_, d := floorDiv(day+int64(Thursday), 7) // 1970 began on a Thursday
	return Weekday(d)
}

// Weekday is the day of the week of t.
func (t Time) Weekday() Weekday {
	n, _ := t.clock()
	return weekday(n)
}

// YearDay is the day of the year of t, from 1.
func (t Time) YearDay() int {
	n, _ := t.clock()
	year, _, _ := civil(n)
	return int(n-dayNumber(int64(year), January, 1)) + 1
}

// ISOWeek is the week of ISO 8601: the one with the year's first Thursday is week 1.
func (t Time) ISOWeek() (year, week int) {
	n, _ := t.clock()
	n += int64(Thursday) - int64(weekday(n)+6)%7 - 1 // the Thursday of the same week
	year, _, _ = civil(n)
	return year, int(n-dayNumber(int64(year), January, 1))/7 + 1
}

// Clock is the hour, minute and second of t.
func (t Time) Clock() (hour, min, sec int) {
	_, s := t.clock()
	return int(s / 3600), int(s / 60 % 60), int(s % 60)
}

// Hour is the hour of t, 0 to 23.
func (t Time) Hour() int {
	h, _, _ := t.Clock()
	return h
}

// Minute is the minute of t.
func (t Time) Minute() int {
	_, m, _ := t.Clock()
	return m
}

// Second is the second of t.
func (t Time) Second() int {
	_, _, s := t.Clock()
	return s
}

// carry moves what is below 0 or not below unit into the next higher place.
func carry(high, low int64, unit int64) (int64, int64) {
	q, r := floorDiv(low, unit)
	return high + q, r
}

// Date is the time with that date and clock at loc. Values outside of their ranges carry over.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	y, m := carry(int64(year), int64(month)-1, 12)
	s, n := carry(int64(sec), int64(nsec), 1e9)
	mi, s := carry(int64(min), s, 60)
	h, mi := carry(int64(hour), mi, 60)
	d, h := carry(int64(day), h, 24)
	unix := (dayNumber(y, Month(m)+1, d)*24+h)*3600 + mi*60 + s
	unix -= loc.offsetOf(unix)
	t := instant(unix, n, nil)
	t.place(loc)
	return t
}

// AddDate adds to the year, month and day of t, and lets them carry over.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}
