// Formatting and parsing of times and durations, with the texts of what cannot be read, and their encodings.
package main

import (
	"fmt"
	"time"
)

func main() {
	time.Local = time.UTC // whatever the machine says
	for _, c := range [][2]string{
		{"2006-01-02", "2006-13-02"}, {"2006-01-02", "2006-02-30"}, {"2006-01-02", "2006-1-02"}, {"2006-01-02", "x"}, {"2006-01-02", "2006-01-02Z"}, {"2006-01-02", ""}, {"15:04:05", "25:00:00"}, {"15:04:05", "23:60:00"}, {"15:04:05", "23:00:60"},
		{"15:04:05", "3:04:05"}, {"3:04PM", "13:04PM"}, {"3:04PM", "3:04XM"}, {"Jan 2 2006", "Foo 2 2006"}, {"Jan _2 2006", "feb  3 2006"}, {"Monday", "Tuesda"}, {"Mon", "tue"}, {"January", "JUNE"},
		{"15:04:05", "12:00:00.12"}, {"15:04:05", "12:00:00,123456789123"}, {"15:04:05.000", "12:00:00.12"}, {"15:04:05.000", "12:00:00.1234"}, {"15:04:05.999", "12:00:00"}, {"15:04:05.999", "12:00:00.5"}, {"15:04:05.0", "12:00:00.x"},
		{"-0700", "+0530"}, {"-0700", "0530"}, {"-0700", "+9900"}, {"-07:00", "+05:99"}, {"Z07:00", "Z"}, {"Z07:00", "z"}, {"-07", "-03"}, {"-07:00:00", "-03:04:05"}, {"-070000", "+030405"}, {"MST", "CEST"}, {"MST", "GMT+3"}, {"MST", "GMT-30"}, {"MST", "+03"}, {"MST", "ChST"}, {"MST", "WIBX"}, {"MST", "abc"}, {"MST", "UTC"}, {"MST", "ABCDEF"},
		{"2006 002", "2023 366"}, {"2006 002", "2024 366"}, {"2006 __2", "2024  60"}, {"2006 002 01", "2024 060 03"}, {"06", "69"}, {"06", "68"}, {"06-1-2", "07-12-31"}, {"_2", " 5"}, {"_2", "  5"}, {"2", "005"}, {"2", "32"}, {"2", "0"}, {"1", "0"},
		{"PM 3", "AM 12"}, {"PM 3", "PM 12"}, {"pm 3", "am 12"}, {"pm 3", "PM 1"}, {"15 PM", "14 PM"}, {"Hello 2006", "Hello  2006"}, {"2006\x01é", "2006\x01e"}, {"\"2006", "\"x\\"}, {"2006-01-02T15:04:05Z07:00", "2020-02-29T24:00:00Z"}, {"2006-01-02T15:04:05Z07:00", "2021-02-29T23:00:00Z"}, {"2006-01-02T15:04:05Z07:00", "2021-02-28T23:00:00+24:00"}, {"2006-01-02T15:04:05Z07:00", "2021-02-28T3:00:00+24:00"}, {"2006-01-02T15:04:05Z07:00", "2021-02-28T23:00:00.5-23:59"},
		{"2006-01-02T15:04:05.999999999Z07:00", "2021-02-28T23:00:00,5-23:59"}, {"_2006", "_2020"}, {"__2006", "__2020"}, {"20060102150405", "20200304050607"}, {"2006-01-02 15:04:05 -0700 MST", "2020-01-01 00:00:00 +0000 UTC"}, {"2006-01-02 15:04:05 -0700 MST", "2020-01-01 00:00:00 +0200 EET"}, {"Janet 2006", "Janet 2007"}, {"Monk", "Monk"}, {"January2", "March3"}, {"05.00", "07.123"}, {"05.00x", "07.12x"}, {"05 .00", "07 .12"}, {"05.000000000", "07.123456789"},
	} {
		t, err := time.Parse(c[0], c[1])
		fmt.Printf("%q %q: %v %v\n", c[0], c[1], t, err)
		if e, ok := err.(*time.ParseError); ok {
			fmt.Printf("  %q %q %q %q %q\n", e.Layout, e.Value, e.LayoutElem, e.ValueElem, e.Message)
		}
	}
	t := time.Date(-5, 3, 4, 5, 6, 7, 80000, time.FixedZone("", -3*3600-1800-15))
	for _, l := range []string{time.Layout, time.RFC3339Nano, time.ANSIC, "06", "2006", "MST -07 -07:00 -0700 -070000 -07:00:00 Z07 Z0700 Z07:00 Z070000 Z07:00:00", "_2 __2 002 3 03 15 pm PM", "05.000 05,000 05.999999 05.9 .000 .999 5.0000x 4.0004", "Jan January 1 01 Mon Monday", "_2006 __2006 _200", "janMonthJanx Mony Monday2", "1x15 16 0102 00 002 0021 07 08"} {
		fmt.Println(t.Format(l))
	}
	fmt.Println(time.Date(12345, 3, 4, 15, 6, 7, 0, time.UTC), time.Date(0, 0, 0, 0, 0, 0, 0, time.UTC), time.Month(13), time.Weekday(7), time.Month(0), time.Weekday(-1))
	fmt.Printf("%#v %#v %#v\n", time.Date(12345, 3, 4, 15, 6, 7, 0, time.UTC), time.Date(2020, 3, 4, 15, 6, 7, 8, time.FixedZone("A\"B", 3)), time.Date(2020, 3, 4, 15, 6, 7, 8, time.Local))
	fmt.Printf("%v\n", struct{ t time.Time }{time.Date(2020, 3, 4, 15, 6, 7, 8, time.UTC)})
	for _, s := range []string{"1h", "1h30m", "-1.5h", "+5s", "1.0us", "1µs", "1μs", "5", "", "x", "1x", "1hx", ".5s", "-.5s", ".s", "3000000h", "9223372036854775807ns", "-9223372036854775808ns", "9223372036854775808ns", "0", "-0", "+", "1.s", "0.3333333333333333333h", "9007199254.740993ms", "1h-1m", "3.1d"} {
		d, err := time.ParseDuration(s)
		fmt.Println(s, d, err)
	}
	for _, n := range []string{"", "UTC", "Local", "../x", "/x", "a\\b", "Nowhere/Land"} {
		l, err := time.LoadLocation(n)
		fmt.Println(n, l, err)
	}
	_, err := time.LoadLocationFromTZData("x", []byte("foo"))
	fmt.Println(err)
	for _, l := range []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly} {
		text := time.Date(2031, 7, 9, 13, 4, 5, 60708090, time.FixedZone("XYZ", -5400)).Format(l)
		back, err := time.ParseInLocation(l, text, time.UTC)
		fmt.Println(l, "|", text, "|", back, err)
	}
	for _, d := range []time.Duration{0, 1, 1100, 2200000, 3300000000, 4 * time.Minute, 4*time.Minute + 5001*time.Millisecond, 5*time.Hour + 1, 1<<63 - 1, -1 << 63, -1500 * time.Microsecond} {
		fmt.Println(d, d.Nanoseconds(), d.Microseconds(), d.Milliseconds(), d.Seconds(), d.Minutes(), d.Hours(), d.Abs(), d.Round(time.Second), d.Truncate(time.Minute), d.Round(0), d.Truncate(-1), d.Round(1<<62))
	}
	for _, s := range []string{`"2020-01-02T03:04:05Z"`, `null`, `5`, `"2020-01-02T03:04:05"`, `"x`, `""`, `"2020-01-02T3:04:05Z"`, `"2020-01-02T03:04:05,5Z"`, `"2020-01-02T03:04:05+24:00"`} {
		t := time.Unix(0, 0).UTC()
		err := t.UnmarshalJSON([]byte(s))
		fmt.Println(s, t, err)
		t = time.Unix(0, 0).UTC()
		err = t.UnmarshalText([]byte(s))
		fmt.Println(s, t, err)
	}
	for _, t := range []time.Time{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2000, 1, 1, 0, 0, 0, 5, time.FixedZone("x", 24*3600)), time.Date(2000, 1, 1, 0, 0, 0, 5, time.FixedZone("x", 24*3600-1)), time.Date(2000, 1, 1, 0, 0, 0, 5, time.FixedZone("x", 3601)), time.Date(2000, 1, 1, 0, 0, 0, 5, time.FixedZone("x", 3600*40000))} {
		b, err := t.MarshalJSON()
		fmt.Println(string(b), err)
		b, err = t.MarshalText()
		fmt.Println(string(b), err)
		b, err = t.MarshalBinary()
		fmt.Println(b, err)
		var u time.Time
		fmt.Println(u.UnmarshalBinary(b), u)
		b, err = t.AppendText([]byte("> "))
		fmt.Println(string(b), err)
		b, err = t.AppendBinary([]byte("> "))
		fmt.Println(b, err)
		b, err = t.GobEncode()
		fmt.Println(b, err, u.GobDecode(b), u)
	}
	var u time.Time
	fmt.Println(u.UnmarshalBinary(nil), u.UnmarshalBinary([]byte{9}), u.UnmarshalBinary([]byte{1, 2}))
	fmt.Println((&time.ParseError{Message: "m"}).Error())
	func() { defer func() { fmt.Println(recover()) }(); u.In(nil) }()
	func() { defer func() { fmt.Println(recover()) }(); time.Date(1, 1, 1, 1, 1, 1, 1, nil) }()
	func() { defer func() { fmt.Println(recover()) }(); time.NewTicker(0) }()
	func() { defer func() { fmt.Println(recover()) }(); (&time.Timer{}).Stop() }()
	func() { defer func() { fmt.Println(recover()) }(); (&time.Timer{}).Reset(0) }()
	func() { defer func() { fmt.Println(recover()) }(); (&time.Ticker{}).Reset(1) }()
	func() { defer func() { fmt.Println(recover()) }(); (&time.Ticker{}).Reset(0) }()
}
