// Times: layouts of every element, parsing with errors, rounding, arithmetic across months, weeks, zones.
package main

import (
	"fmt"
	"time"
)

func main() {
	z := time.FixedZone("XST", -(3*3600 + 30*60))
	t := time.Date(2024, time.February, 29, 23, 59, 58, 123456789, z)
	for _, l := range []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly,
		"2006 06 Jan January 1 01 _2 02 2 002 __2", "Mon Monday 15 3 03 PM pm 4 04 5 05", ".000 .999 ,000 ,999 .00 .9 .000000000 .999999999", "05.000 05.999 5.0", "MST -0700 -07:00 -07 -070000 -07:00:00 Z0700 Z07:00 Z07 Z070000 Z07:00:00", "Janet Mondays 20060102T150405Z 3PM", "_2006 2006_ __2 _2 _", "month 1st 2th"} {
		fmt.Println(t.Format(l), "|", t.UTC().Format(l))
	}
	for _, c := range [][2]string{
		{time.RFC3339, "2024-02-30T00:00:00Z"}, {time.RFC3339, "2023-02-29T00:00:00Z"}, {time.RFC3339, "2024-13-01T00:00:00Z"}, {time.RFC3339, "2024-01-01T24:00:00Z"}, {time.RFC3339, "2024-01-01T00:60:00Z"}, {time.RFC3339, "2024-01-01T00:00:60Z"},
		{time.RFC3339, "2024-01-01T00:00:00.5+01:30"}, {time.RFC3339, "2024-01-01T00:00:00,25Z"}, {time.RFC3339, "2024-01-01"}, {time.RFC3339, "2024-01-01T00:00:00"}, {time.RFC3339, "2024-01-01T00:00:00Zx"}, {time.RFC3339, "x"}, {time.RFC3339, ""},
		{time.DateOnly, "2024-1-1"}, {time.DateOnly, "24-01-01"}, {"2006-1-2", "2024-01-09"}, {"06", "69"}, {"06", "68"}, {time.Kitchen, "3:04AM"}, {time.Kitchen, "13:04PM"}, {time.Kitchen, "12:00AM"}, {time.Kitchen, "12:00PM"}, {time.Kitchen, "0:30pm"},
		{"Jan _2 2006", "Feb  3 2024"}, {"Jan _2 2006", "feb 3 2024"}, {"January 2 2006", "Feb 3 2024"}, {"Monday", "tuesday"}, {"Mon", "Xyz"}, {"2006 002", "2024 366"}, {"2006 002", "2023 366"}, {"2006 002 01", "2024 060 03"},
		{"15:04:05", "01:02:03.456"}, {"15:04:05.000", "01:02:03.4567"}, {"15:04:05.000", "01:02:03"}, {"15:04:05.999", "01:02:03"}, {"05,999", "07,1"}, {"MST", "CEST"}, {"MST", "GMT+3"}, {"MST", "+03"}, {"-0700", "+2500"}, {"-07:00", "-0130"}, {"Z0700", "Z"}, {"3 PM", "11 XM"}, {"2", "32"}, {"2", "0"}, {"02", "5"}, {"_2", " 5"}, {"a2006b", "a2024c"}, {"2006-01-02", "-024-01-02"},
	} {
		t, err := time.Parse(c[0], c[1])
		fmt.Println(t, err)
	}
	var pe *time.ParseError
	_, err := time.Parse("2006-01-02", "2024-xx-01")
	pe = err.(*time.ParseError)
	fmt.Printf("%q %q %q %q %q\n", pe.Layout, pe.Value, pe.LayoutElem, pe.ValueElem, pe.Message)
	in, err := time.ParseInLocation(time.DateTime, "2024-07-01 12:00:00", z)
	fmt.Println(in, err, in.Location(), in.UTC())

	for _, d := range [][3]int{{0, 1, 0}, {0, -1, 0}, {1, 0, 0}, {0, 12, 1}, {-4, 0, 0}, {0, 0, 366}, {0, 11, 31}, {-1, -1, -1}} {
		fmt.Println(d, t.AddDate(d[0], d[1], d[2]).Format(time.DateTime))
	}
	for _, d := range []struct{ y, m, d, h, mi, s, n int }{{2024, 0, 0, 0, 0, 0, 0}, {2024, 14, 35, 25, 61, 61, 2e9}, {2023, 2, 29, 0, 0, 0, -1}, {0, 1, 1, 0, 0, 0, 0}, {-1, 12, 31, 23, 59, 59, 0}, {9999, 12, 31, 24, 0, 0, 0}, {1, 1, 1, 0, 0, -1, 0}} {
		x := time.Date(d.y, time.Month(d.m), d.d, d.h, d.mi, d.s, d.n, time.UTC)
		y, w := x.ISOWeek()
		fmt.Println(x, x.Weekday(), x.YearDay(), y, w, x.Unix(), x.IsZero())
	}
	for y := 2015; y < 2027; y++ {
		a, b := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC)
		y1, w1 := a.ISOWeek()
		y2, w2 := b.ISOWeek()
		fmt.Print(a.Weekday(), y1, w1, y2, w2, b.YearDay(), "; ")
	}
	fmt.Println()
	for _, d := range []time.Duration{0, time.Second, time.Minute, time.Hour, 24 * time.Hour, 7 * 24 * time.Hour, time.Millisecond, 7 * time.Second, -time.Second} {
		fmt.Println(d, t.Truncate(d).Format(time.RFC3339Nano), t.Round(d).Format(time.RFC3339Nano))
	}
	for _, d := range []time.Duration{0, 1, -1, 999, 1000, 1001, 1e6, 1.5e9, 61e9, 3600e9, 3661e9, 100 * time.Hour, 1<<63 - 1, -1 << 63, 90*time.Minute + 30*time.Second + 5} {
		fmt.Println(d, d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Microseconds(), d.Round(time.Second), d.Truncate(time.Minute), d.Abs())
	}
	for _, s := range []string{"1h2m3.5s", "-1.5h", "1us", "1µs", "1μs", ".5s", "1.s", "", "1", "s", "1x", "--1s", "+5m", "1h-1m", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "2562048h", "1e3s", "0", "-0", "3000000h", "1.0000000000000000000001s"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	u := t.Add(time.Hour)
	fmt.Println(u.Sub(t), t.Sub(u), t.Before(u), t.After(u), t.Equal(t.UTC()), t == t.UTC(), t.Compare(u), u.Compare(t), t.Compare(t.UTC()))
	fmt.Println(time.Unix(1<<40, 5).UTC(), time.UnixMilli(-1).UTC(), time.UnixMicro(1234567).UTC(), time.Unix(0, -1).UTC(), time.Unix(-1, 2e9).UTC())
	far := time.Date(3000, 1, 1, 0, 0, 0, 0, time.UTC)
	fmt.Println(far.Sub(time.Time{}), time.Time{}.Sub(far), time.Time{}, time.Time{}.Unix(), far.UnixNano())
	fmt.Println(t.Zone())
	fmt.Println(t.In(time.UTC).Date())
	fmt.Println(t.Clock())
	b, _ := t.MarshalJSON()
	x, _ := t.MarshalText()
	fmt.Println(string(b), string(x), t.String(), t.GoString(), time.Month(13), time.Weekday(8), time.March, time.Saturday)
	var back time.Time
	fmt.Println(back.UnmarshalJSON(b), back.Equal(t), back.UnmarshalJSON([]byte("null")), back.UnmarshalJSON([]byte(`"x"`)), back.UnmarshalText([]byte("2024-01-01T00:00:00Z")), back)
	bin, err := t.MarshalBinary()
	fmt.Println(bin, err, back.UnmarshalBinary(bin), back.Equal(t), back.UnmarshalBinary([]byte{9}), back.UnmarshalBinary(nil))
	_, err = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC).MarshalJSON()
	fmt.Println(err)
	fmt.Println(t.AppendFormat([]byte("at "), "15h04")[3:5], t.Nanosecond(), t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second())
}
