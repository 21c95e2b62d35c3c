package base32

import "io"

// chunk is how many characters the streams work on at once; whole groups.
const chunk = 1024

type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error // kept
	rest [5]byte
	have int // bytes in rest, less than a group
	out  [chunk]byte
}

// NewEncoder gives a Writer that writes the encoding of what it gets to w; Close writes the last,
// incomplete group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

// put writes the encoding of p, which is at most chunk/8*5 bytes.
func (e *encoder) put(p []byte) {
	e.enc.Encode(e.out[:], p)
	_, e.err = e.w.Write(e.out[:e.enc.EncodedLen(len(p))])
}

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	if e.have > 0 {
		n = copy(e.rest[e.have:], p)
		e.have += n
		if e.have < 5 {
			return n, nil
		}
		e.have = 0
		if e.put(e.rest[:]); e.err != nil {
			return n, e.err
		}
	}
	for len(p)-n >= 5 {
		m := min((len(p)-n)/5*5, chunk/8*5)
		if e.put(p[n : n+m]); e.err != nil {
			return n, e.err
		}
		n += m
	}
	e.have = copy(e.rest[:], p[n:])
	return n + e.have, nil
}

func (e *encoder) Close() error {
	if e.err == nil && e.have > 0 {
		e.put(e.rest[:e.have])
		e.have = 0
	}
	return e.err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	err  error // of r; kept
	bad  error // of the encoding; kept
	in   [chunk]byte
	have int // characters in in, without line ends
	out  [chunk / 8 * 5]byte
	rest []byte // of out: not given away yet
}

// NewDecoder gives a Reader of the bytes whose encoding r has.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

// fill reads until there is a group, or the end.
func (d *decoder) fill() {
	for d.have < 8 && d.err == nil {
		var n int
		n, d.err = d.r.Read(d.in[d.have:])
		got := d.in[d.have : d.have+n]
		for _, c := range got {
			if c != '\n' && c != '\r' {
				d.in[d.have] = c
				d.have++
			}
		}
	}
}

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	for len(d.rest) == 0 {
		if d.bad != nil {
			return 0, d.bad
		}
		d.fill()
		whole := d.have / 8 * 8
		if whole == 0 {
			switch {
			case d.have == 0 || d.err != io.EOF:
				return 0, d.err
			case d.enc.padding != NoPadding:
				d.err = io.ErrUnexpectedEOF
				return 0, d.err
			}
			whole = d.have
		}
		n, d.bad = d.enc.Decode(d.out[:], d.in[:whole])
		d.rest = d.out[:n]
		d.have = copy(d.in[:], d.in[whole:d.have])
	}
	n = copy(p, d.rest)
	d.rest = d.rest[n:]
	if len(d.rest) == 0 {
		err = d.bad
	}
	return n, err
}
