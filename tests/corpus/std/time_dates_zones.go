// The calendar, arithmetic with times, and zones read from zone data (RFC 9636) with a rule for the future.
package main

import (
	"fmt"
	"time"
)

// zoneData has a first zone, two changes and a rule; version 1's part is empty.
func zoneData(rule string) []byte {
	header := func(times, types, chars byte) []byte {
		b := append([]byte("TZif2"), make([]byte, 15)...)
		for _, n := range []byte{0, 0, 0, times, types, chars} {
			b = append(b, 0, 0, 0, n)
		}
		return b
	}
	b := append(header(0, 1, 1), 0, 0, 0, 0, 0, 0, 0)
	names := "LMT\x00STD\x00DST\x00"
	b = append(b, header(2, 3, byte(len(names)))...)
	for _, sec := range []int64{0, 1e9} {
		for shift := 56; shift >= 0; shift -= 8 {
			b = append(b, byte(sec>>shift))
		}
	}
	b = append(b, 1, 2)
	for i, offset := range []int32{1234, -7200, -3600} {
		b = append(b, byte(offset>>24), byte(offset>>16), byte(offset>>8), byte(offset), byte(i/2), byte(4*i))
	}
	return append(append(b, names...), "\n"+rule+"\n"...)
}

var state uint64 = 88172645463325252

func next(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state % uint64(n))
}

var digest uint64

func add(values ...any) {
	for _, c := range fmt.Sprint(values...) {
		digest = digest*31 + uint64(c)
	}
}

func main() {
	time.Local = time.UTC
	places := []*time.Location{time.UTC, time.FixedZone("F", 12345)}
	for _, rule := range []string{"", "STD2DST,M3.2.0,M11.1.0", "<+02>-2<+03>-3:30,J60/0,J300/25", "STD-10DST-11,M10.1.0,M4.1.0/3", "STD5", "STD3DST,59/-1,299/100:30:15", "bad", "STD3DST,M13.1.0,1"} {
		l, err := time.LoadLocationFromTZData("Rule "+rule, zoneData(rule))
		fmt.Println(l, err)
		places = append(places, l)
	}
	for _, l := range places {
		digest = 0
		for range 60 {
			t := time.Unix(int64(next(1<<33)-1<<31), int64(next(1e9))).In(l)
			year, month, day := t.Date()
			hour, min, sec := t.Clock()
			name, offset := t.Zone()
			start, end := t.ZoneBounds()
			isoYear, week := t.ISOWeek()
			add(t, year, month, day, hour, min, sec, name, offset, start, end, isoYear, week, t.IsDST(), t.YearDay(), t.Weekday())
			u := time.Date(1900+next(200), time.Month(next(14)), next(40), next(30)-2, next(70), next(70), next(2e9)-5e8, l)
			add(u, t.AddDate(next(5), next(30)-15, next(60)-30), t.Sub(u), t.Compare(u), u.Truncate(time.Duration(next(1<<50))), u.Round(time.Duration(next(1<<50))))
			add(time.ParseInLocation("2006-01-02 15:04:05 MST", u.Format("2006-01-02 15:04:05 MST"), l))
		}
		t := time.Date(2030, 1, 1, 0, 0, 0, 0, l)
		_, end := t.ZoneBounds()
		fmt.Println(l, digest, t, end)
	}
	t := time.Date(2009, time.November, 10, 23, 0, 0, 123456789, time.UTC)
	fmt.Println(t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano(), t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
	fmt.Println(time.Unix(1, -1).UTC(), time.UnixMilli(-1).UTC(), time.UnixMicro(-1).UTC(), time.Unix(-1, 2e9+1).Local())
	fmt.Println(t.Before(t), t.After(t), t.Equal(t.In(places[1])), t == t.In(places[1]), t == t.In(places[1]).UTC(), time.Time{}.IsZero(), time.Time{})
	fmt.Println(t.Add(1<<63-1).Sub(t), t.Add(1<<63-1).Add(1<<63-1).Sub(t), t.Sub(t.Add(1<<63-1).Add(1<<63-1)), t.Add(-1))
	fmt.Println(time.Date(1<<40, 1, 1, 0, 0, 0, 0, time.UTC).Sub(t), t.AddDate(-1<<35, 0, 0))
	for m := time.January; m <= time.December; m++ {
		fmt.Print(m, " ", time.Date(2023, m+1, 0, 0, 0, 0, 0, time.UTC).Day(), time.Date(2024, m+1, 0, 0, 0, 0, 0, time.UTC).Day(), ";")
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		fmt.Print(" ", d)
	}
	fmt.Println()
	now := time.Now()
	later := now.Add(time.Second)
	fmt.Println(later.Sub(now), now.Before(later), now.Round(0) == now, now.Equal(now.Round(0)), now.Truncate(0).Sub(later.Round(0)), time.Since(later) < 0, time.Until(later) > 0)
	fmt.Println(time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.February, time.March, time.April, time.May, time.June, time.July, time.August, time.September, time.October)
	fmt.Println(time.Nanosecond, time.Microsecond, time.Millisecond, time.Second, time.Minute, time.Hour)
}
