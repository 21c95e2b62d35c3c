package time

import (
	"errors"
	"sync"
)

// getenv looks a variable up in the program's environment.
func getenv(name string) (value string, ok bool)

// readZone reads a file of zone data. problem is "" or what went wrong; absent tells that there is
// no such file.
func readZone(path string) (data string, problem string, absent bool)

// Location is a place with its zones: offsets to universal time, and when each began.
type Location struct {
	name    string
	periods []period // in order; the first begins at the beginning of time
	zones   []zone
	rule    *rule // for the time after the last period
}

// zone is an offset in seconds east with its abbreviation.
type zone struct {
	name   string
	offset int
	isDST  bool
}

// period is a time in which a zone holds, from start (seconds since 1970) to the next period.
type period struct {
	start int64
	zone  int
}

// span is the zone that holds at some time, from start to before end.
type span struct {
	zone
	start, end int64
}

const (
	beginning = -1 << 63
	never     = 1<<63 - 1
)

var (
	utc   = Location{name: "UTC"}
	local Location // filled in by home
	home  sync.Once
)

// UTC is universal time.
var UTC *Location = &utc

// Local is the zone of the program: what the variable TZ names, else the system's.
var Local *Location = &local

// get is l, ready for use.
func (l *Location) get() *Location {
	if l == nil {
		return &utc
	}
	if l == &local {
		home.Do(findHome)
	}
	return l
}

// String is the name.
func (l *Location) String() string { return l.get().name }

// FixedZone is a place that always has one offset, in seconds east.
func FixedZone(name string, offset int) *Location {
	return &Location{
		name:    name,
		zones:   []zone{{name, offset, false}},
		periods: []period{{beginning, 0}},
	}
}

// at is the zone that holds at a time in seconds since 1970.
func (l *Location) at(unix int64) span {
	l = l.get()
	if len(l.periods) == 0 {
		return span{zone{"UTC", 0, false}, beginning, never}
	}
	lo, hi := 0, len(l.periods)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; l.periods[mid].start <= unix {
			lo = mid
		} else {
			hi = mid
		}
	}
	s := span{l.zones[l.periods[lo].zone], l.periods[lo].start, never}
	if hi < len(l.periods) {
		s.end = l.periods[hi].start
	} else if l.rule != nil {
		return l.rule.at(unix, s)
	}
	return s
}

// offsetOf is the offset that holds when clocks show unix. Where they show it never or twice,
// the offset of the zone that an observer who takes it for universal time is in decides.
func (l *Location) offsetOf(unix int64) int64 {
	s := l.at(unix)
	if s.offset != 0 {
		if u := unix - int64(s.offset); u < s.start || u >= s.end {
			s = l.at(u)
		}
	}
	return int64(s.offset)
}

// named is the offset of a zone abbreviation, preferably as it is used at the given time.
func (l *Location) named(name string, unix int64) (offset int, ok bool) {
	l = l.get()
	for i := range l.zones {
		if z := &l.zones[i]; z.name == name {
			if s := l.at(unix - int64(z.offset)); s.name == z.name {
				return s.offset, true
			}
		}
	}
	for i := range l.zones {
		if z := &l.zones[i]; z.name == name {
			return z.offset, true
		}
	}
	return 0, false
}

// Zone is the abbreviation and the offset, in seconds east, that hold at t.
func (t Time) Zone() (name string, offset int) {
	s := t.loc.at(t.unix())
	return s.name, s.offset
}

// IsDST reports whether daylight saving time holds at t.
func (t Time) IsDST() bool { return t.loc.at(t.unix()).isDST }

// ZoneBounds is when the zone that holds at t began and when it ends; a zero Time means never.
func (t Time) ZoneBounds() (start, end Time) {
	s := t.loc.at(t.unix())
	if s.start != beginning {
		start = instant(s.start, 0, nil)
		start.place(t.loc)
	}
	if s.end != never {
		end = instant(s.end, 0, nil)
		end.place(t.loc)
	}
	return
}

// roots is where systems keep zone data.
var roots = [...]string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"}

// load looks for a zone's data under the system's roots.
func load(name string) (*Location, error) {
	var first error
	for _, root := range roots {
		l, err, absent := loadFile(name, root+name)
		if err == nil {
			return l, nil
		}
		if first == nil && !absent {
			first = err
		}
	}
	if first == nil {
		first = errors.New("unknown time zone " + name)
	}
	return nil, first
}

func loadFile(name, path string) (l *Location, err error, absent bool) {
	data, problem, absent := readZone(path)
	if problem != "" {
		return nil, errors.New(problem), absent
	}
	l, err = LoadLocationFromTZData(name, []byte(data))
	return l, err, false
}

// findHome sets local.
func findHome() {
	tz, set := getenv("TZ")
	if !set {
		if l, err, _ := loadFile("Local", "/etc/localtime"); err == nil {
			local = *l
			return
		}
	} else if tz != "" {
		if tz[0] == ':' {
			tz = tz[1:]
		}
		if tz != "" && tz[0] == '/' {
			if l, err, _ := loadFile(tz, tz); err == nil {
				local = *l
				if tz == "/etc/localtime" {
					local.name = "Local"
				}
				return
			}
		} else if tz != "" && tz != "UTC" {
			if l, err := load(tz); err == nil {
				local = *l
				return
			}
		}
	}
	local.name = "UTC"
}

// LoadLocation is the place that the system's zone data has by that name, such as Europe/Berlin.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if name[0] == '/' || name[0] == '\\' || dotDot(name) {
		return nil, errors.New("time: invalid location name")
	}
	if root, _ := getenv("ZONEINFO"); root != "" {
		if l, err, _ := loadFile(name, root+"/"+name); err == nil {
			return l, nil
		}
	}
	return load(name)
}

func dotDot(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i-1] == '.' && s[i] == '.' {
			return true
		}
	}
	return false
}
