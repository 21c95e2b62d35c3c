package time

import "errors"

// appendStrict appends t in RFC 3339's format, which has years and offsets of limited size.
func (t Time) appendStrict(b []byte) ([]byte, error) {
	if year := t.Year(); year < 0 || year > 9999 {
		return b, errors.New("year outside of range [0,9999]")
	}
	if _, off := t.Zone(); off/3600 > 23 || off/3600 < -23 {
		return b, errors.New("timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

// MarshalJSON is t as a quoted string of RFC 3339.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendStrict([]byte{'"'})
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return append(b, '"'), nil
}

// UnmarshalJSON reads what MarshalJSON writes; null changes nothing.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}

// AppendText appends t in RFC 3339's format.
func (t Time) AppendText(b []byte) ([]byte, error) {
	b, err := t.appendStrict(b)
	if err != nil {
		return nil, errors.New("Time.AppendText: " + err.Error())
	}
	return b, nil
}

// MarshalText is t in RFC 3339's format.
func (t Time) MarshalText() ([]byte, error) {
	b, err := t.appendStrict(nil)
	if err != nil {
		return nil, errors.New("Time.MarshalText: " + err.Error())
	}
	return b, nil
}

// UnmarshalText reads a time in RFC 3339's format.
func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return
}

// The binary form: version, seconds since year 1, nanoseconds, offset in minutes (-1: UTC), all of
// them big endian; version 2 adds a byte of seconds to the offset.
const (
	wholeMinutes = 1
	withSeconds  = 2
	binaryLength = 1 + 8 + 4 + 2
)

// AppendBinary appends the binary form of t.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	version, off := byte(wholeMinutes), -1
	var seconds int8
	if t.loc != nil {
		_, off = t.Zone()
		if off%60 != 0 {
			version, seconds = withSeconds, int8(off%60)
		}
		if off /= 60; off == -1 || off != int(int16(off)) {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
	}
	b = append(b, version)
	for _, part := range [...]struct {
		x    int64
		size int
	}{{t.sec(), 8}, {t.nsec(), 4}, {int64(off), 2}} {
		for i := part.size - 1; i >= 0; i-- {
			b = append(b, byte(part.x>>(8*i)))
		}
	}
	if version == withSeconds {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// MarshalBinary is the binary form of t.
func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.AppendBinary(nil)
	if err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalBinary reads the binary form.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	length := binaryLength
	switch data[0] {
	case wholeMinutes:
	case withSeconds:
		length++
	default:
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != length {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	at := 1
	big := func(size int) (x int64) {
		for range size {
			x = x<<8 | int64(data[at])
			at++
		}
		return
	}
	sec, nsec, off := big(8), big(4), int(int16(big(2)))*60
	if data[0] == withSeconds {
		off += int(int8(data[at]))
	}
	*t = Time{uint64(nsec) & nsecMask, sec, nil}
	if off == -60 {
		return nil
	}
	if s := Local.at(t.unix()); s.offset == off {
		t.place(Local)
	} else {
		t.place(FixedZone("", off))
	}
	return nil
}

// GobEncode is the binary form.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode reads the binary form.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
