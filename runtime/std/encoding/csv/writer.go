package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Writer writes records to a buffer; Flush sends it on.
type Writer struct {
	Comma   rune
	UseCRLF bool // lines end with \r\n

	w *bufio.Writer
}

// NewWriter is a Writer to w, with a comma between fields.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

// Write writes a record.
func (w *Writer) Write(record []string) error {
	if !validDelim(w.Comma) {
		return errDelim
	}
	for i, field := range record {
		if i > 0 {
			if _, err := w.w.WriteRune(w.Comma); err != nil {
				return err
			}
		}
		if !w.needsQuotes(field) {
			if _, err := w.w.WriteString(field); err != nil {
				return err
			}
			continue
		}
		if err := w.quote(field); err != nil {
			return err
		}
	}
	if w.UseCRLF {
		_, err := w.w.WriteString("\r\n")
		return err
	}
	return w.w.WriteByte('\n')
}

// quote writes a field in quotes.
func (w *Writer) quote(field string) error {
	if err := w.w.WriteByte('"'); err != nil {
		return err
	}
	for field != "" {
		n := strings.IndexAny(field, "\"\r\n")
		if n < 0 {
			n = len(field)
		}
		if _, err := w.w.WriteString(field[:n]); err != nil {
			return err
		}
		if field = field[n:]; field == "" {
			break
		}
		s := field[:1]
		switch {
		case s == `"`:
			s = `""`
		case s == "\r" && w.UseCRLF:
			s = ""
		case s == "\n" && w.UseCRLF:
			s = "\r\n"
		}
		if _, err := w.w.WriteString(s); err != nil {
			return err
		}
		field = field[1:]
	}
	return w.w.WriteByte('"')
}

// needsQuotes tells whether a field cannot stand as it is.
func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` || strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	c, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(c)
}

// WriteAll writes records and sends all on.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}

// Flush sends on what is in the buffer.
func (w *Writer) Flush() { w.w.Flush() }

// Error is the error that an earlier Write or Flush met.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}
