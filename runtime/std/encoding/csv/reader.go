// Package csv reads and writes tables as text: RFC 4180, with line ends of any kind.
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// A ParseError is a fault in a table's text. Lines and columns (in bytes) count from 1.
type ParseError struct {
	StartLine int // of the record
	Line      int // of the fault
	Column    int
	Err       error
}

func (e *ParseError) Error() string {
	if e.Err == ErrFieldCount {
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	}
	if e.StartLine != e.Line {
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// Unwrap is Err.
func (e *ParseError) Unwrap() error { return e.Err }

// The faults.
var (
	ErrBareQuote  = errors.New("bare \" in non-quoted-field")
	ErrQuote      = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount = errors.New("wrong number of fields")

	// Deprecated: no longer used.
	ErrTrailingComma = errors.New("extra delimiter at end of line")
)

var errDelim = errors.New("csv: invalid field or comment delimiter")

// A Reader reads records. Its fields are set before the first Read.
type Reader struct {
	Comma            rune
	Comment          rune // starts lines that are left out; 0 for none
	FieldsPerRecord  int  // 0: as many as the first one has; negative: any number
	LazyQuotes       bool // quotes may be anywhere
	TrimLeadingSpace bool // white space before fields is left out
	ReuseRecord      bool // Read may give the slice that it gave before

	// Deprecated: no longer used.
	TrailingComma bool

	r      *bufio.Reader
	lines  int
	offset int64
	text   []byte     // the fields of the last record, one after the other
	ends   []int      // where each of them ends in text
	places []position // where each of them starts
	last   []string
}

type position struct{ line, column int }

// NewReader is a Reader of r, with a comma between fields.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

func validDelim(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// line reads a line. Its end, if it has one, becomes \n. The error comes only without a line.
func (r *Reader) line() ([]byte, error) {
	line, err := r.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		long := append([]byte(nil), line...)
		for err == bufio.ErrBufferFull {
			line, err = r.r.ReadSlice('\n')
			long = append(long, line...)
		}
		line = long
	}
	n := len(line)
	if n > 0 && err == io.EOF {
		err = nil
		if line[n-1] == '\r' {
			line = line[:n-1]
		}
	}
	r.offset += int64(n)
	r.lines++
	if n := len(line); n >= 2 && line[n-1] == '\n' && line[n-2] == '\r' {
		line[n-2] = '\n'
		line = line[:n-1]
	}
	return line, err
}

// Read gives the next record; io.EOF after the last. With ErrFieldCount comes the record too, with other
// errors what was read of it.
func (r *Reader) Read() (record []string, err error) {
	var into []string
	if r.ReuseRecord {
		into = r.last
	}
	record, err = r.record(into)
	if r.ReuseRecord {
		r.last = record
	}
	return record, err
}

// ReadAll gives all records that are left.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.record(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// FieldPos is where a field of the last record starts.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.places) {
		panic("out of range index passed to FieldPos")
	}
	p := r.places[field]
	return p.line, p.column
}

// InputOffset is where the last record ended in the input.
func (r *Reader) InputOffset() int64 { return r.offset }

// lineEnd is how many bytes of a line are its end.
func lineEnd(b []byte) int {
	if len(b) > 0 && b[len(b)-1] == '\n' {
		return 1
	}
	return 0
}

// record reads a record; its fields go to into, if that has room.
func (r *Reader) record(into []string) ([]string, error) {
	if r.Comma == r.Comment || !validDelim(r.Comma) || r.Comment != 0 && !validDelim(r.Comment) {
		return nil, errDelim
	}
	var line []byte
	for {
		var err error
		if line, err = r.line(); err != nil && len(line) == 0 {
			return nil, err
		}
		if r.Comment != 0 {
			if c, _ := utf8.DecodeRune(line); c == r.Comment {
				continue
			}
		}
		if len(line) > lineEnd(line) {
			break
		}
	}
	start := r.lines
	fault := r.split(line)

	record := into
	if cap(record) < len(r.ends) {
		record = make([]string, len(r.ends))
	}
	record = record[:len(r.ends)]
	text := string(r.text)
	from := 0
	for i, end := range r.ends {
		record[i] = text[from:end]
		from = end
	}
	expected := r.FieldsPerRecord
	if expected == 0 {
		r.FieldsPerRecord = len(record) // also of one with a fault
	}
	if fault != nil {
		fault.StartLine = start
		return record, fault
	}
	if expected > 0 && len(record) != expected {
		return record, &ParseError{StartLine: start, Line: start, Column: 1, Err: ErrFieldCount}
	}
	return record, nil
}

// split finds the fields of the record that starts with line.
func (r *Reader) split(line []byte) *ParseError {
	r.text, r.ends, r.places = r.text[:0], r.ends[:0], r.places[:0]
	column := 1
	skip := func(n int) {
		line = line[n:]
		column += n
	}
	comma := utf8.RuneLen(r.Comma)
	for {
		if r.TrimLeadingSpace {
			n := bytes.IndexFunc(line, func(c rune) bool { return !unicode.IsSpace(c) })
			if n < 0 {
				n = len(line) - lineEnd(line)
			}
			skip(n)
		}
		r.places = append(r.places, position{r.lines, column})
		if len(line) == 0 || line[0] != '"' {
			n := bytes.IndexRune(line, r.Comma)
			field := line
			if n >= 0 {
				field = line[:n]
			} else {
				field = line[:len(line)-lineEnd(line)]
			}
			if !r.LazyQuotes {
				if q := bytes.IndexByte(field, '"'); q >= 0 {
					return &ParseError{Line: r.lines, Column: column + q, Err: ErrBareQuote}
				}
			}
			r.text = append(r.text, field...)
			r.ends = append(r.ends, len(r.text))
			if n < 0 {
				return nil
			}
			skip(n + comma)
			continue
		}
		skip(1)
		more, fault := r.quoted(&line, &column, comma)
		if fault != nil || !more {
			return fault
		}
	}
}

// quoted reads the rest of a field after its quote. More fields follow when there was a comma.
func (r *Reader) quoted(line *[]byte, column *int, comma int) (more bool, fault *ParseError) {
	skip := func(n int) {
		*line = (*line)[n:]
		*column += n
	}
	for {
		q := bytes.IndexByte(*line, '"')
		if q < 0 {
			// The field goes on in the next line.
			r.text = append(r.text, *line...)
			if len(*line) == 0 {
				if r.LazyQuotes {
					r.ends = append(r.ends, len(r.text))
					return false, nil
				}
				return false, &ParseError{Line: r.lines, Column: *column, Err: ErrQuote}
			}
			*column += len(*line)
			next, err := r.line()
			*line = next
			if len(next) > 0 {
				*column = 1
				continue
			}
			r.lines--
			if err != nil && err != io.EOF {
				return false, &ParseError{Line: r.lines, Column: *column, Err: err}
			}
			continue
		}
		r.text = append(r.text, (*line)[:q]...)
		skip(q + 1)
		c, _ := utf8.DecodeRune(*line)
		switch {
		case len(*line) > 0 && (*line)[0] == '"':
			r.text = append(r.text, '"')
			skip(1)
		case len(*line) > 0 && c == r.Comma:
			skip(comma)
			r.ends = append(r.ends, len(r.text))
			return true, nil
		case len(*line) == lineEnd(*line):
			r.ends = append(r.ends, len(r.text))
			return false, nil
		case r.LazyQuotes:
			r.text = append(r.text, '"')
		default:
			return false, &ParseError{Line: r.lines, Column: *column - 1, Err: ErrQuote}
		}
	}
}
