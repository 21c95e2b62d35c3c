// Package tabwriter aligns text in columns: Nick Gravgaard's elastic tabstops. A column is made of
// the cells that stand at the same place in lines without a gap and that end with a tab.
//
// A line waits until no line to come can change it.
package tabwriter

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"
)

// Flags of a Writer.
const (
	// HTML tags have no width and entities have the width of one character.
	FilterHTML uint = 1 << iota
	// The characters around escaped text are left out.
	StripEscape
	// Text stands at the right of its cell.
	AlignRight
	// Columns of empty cells that all end with '\v' have no width.
	DiscardEmptyColumns
	// Empty cells at the beginning of a line are filled with tabs.
	TabIndent
	// A bar stands between columns.
	Debug
)

// Escape stands before and after text that is passed as it is.
const Escape = '\xff'

// cell is a piece of Writer.text.
type cell struct {
	start, end int
	width      int  // in characters
	hard       bool // ended by '\t'
}

// Writer is a filter in front of an output.
type Writer struct {
	output    io.Writer
	min, pad  int
	tab       int
	fill      byte
	flags     uint
	text      []byte
	lines     [][]cell // the last one is not complete
	cell      cell     // the one being written; its end is not set
	counted   int      // the text up to here is in the cell's width
	escapeEnd byte     // inside an escape, tag or entity: what ends it; else 0
	widths    []int    // of the columns to the left of what is being formatted
	fills     []byte   // a few of the character that padding is made of
	err       error    // of the output, during one Write or Flush
}

// NewWriter makes a Writer; see Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets a Writer up: cells are at least minwidth wide, with padding characters padchar after their
// text, and a tab is tabwidth wide. When padchar is a tab, text always stands at the left.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*b = Writer{output: output, min: minwidth, pad: padding, tab: tabwidth, fill: padchar, flags: flags}
	b.reset()
	return b
}

func (b *Writer) reset() {
	b.text = b.text[:0]
	b.lines = append(b.lines[:0], nil)
	b.cell = cell{}
	b.counted = 0
	b.escapeEnd = 0
	b.widths = b.widths[:0]
}

// Write takes text; errors are the output's.
func (b *Writer) Write(buf []byte) (n int, err error) {
	defer explain("Write")
	b.err = nil
	for i, c := range buf {
		if b.escapeEnd != 0 {
			if c == b.escapeEnd {
				if !(c == Escape && b.flags&StripEscape != 0) {
					b.text = append(b.text, c)
				}
				b.endEscape()
			} else {
				b.text = append(b.text, c)
			}
			continue
		}
		switch {
		case c == '\t' || c == '\v' || c == '\n' || c == '\f':
			b.endCell(c == '\t')
			if c == '\t' || c == '\v' {
				continue
			}
			cells := len(b.lines[len(b.lines)-1])
			b.lines = append(b.lines, nil)
			if c == '\f' || cells == 1 {
				// A line without a tab ends all columns.
				b.flush()
				if c == '\f' && b.flags&Debug != 0 {
					b.put([]byte("---\n"))
				}
				if b.err != nil {
					return i + 1, b.err
				}
			}
		case c == Escape:
			b.count()
			b.escapeEnd = Escape
			if b.flags&StripEscape == 0 {
				b.text = append(b.text, c)
			}
		case b.flags&FilterHTML != 0 && (c == '<' || c == '&'):
			b.count()
			b.escapeEnd = '>'
			if c == '&' {
				b.escapeEnd = ';'
			}
			b.text = append(b.text, c)
		default:
			b.text = append(b.text, c)
		}
	}
	return len(buf), nil
}

// count adds the text since the last count to the cell's width.
func (b *Writer) count() {
	b.cell.width += utf8.RuneCount(b.text[b.counted:])
	b.counted = len(b.text)
}

func (b *Writer) endEscape() {
	switch b.escapeEnd {
	case Escape:
		b.count()
		if b.flags&StripEscape == 0 {
			b.cell.width -= 2
		}
	case ';':
		b.cell.width++
	}
	b.counted = len(b.text)
	b.escapeEnd = 0
}

func (b *Writer) endCell(hard bool) {
	b.count()
	b.cell.end = len(b.text)
	b.cell.hard = hard
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], b.cell)
	b.cell = cell{start: len(b.text)}
}

// Flush writes what waits. Lines written later start new columns.
func (b *Writer) Flush() error {
	defer explain("Flush")
	b.err = nil
	b.flush()
	return b.err
}

// explain says during what the output panicked.
func explain(operation string) {
	if reason := recover(); reason != nil {
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", operation, reason))
	}
}

func (b *Writer) flush() {
	if len(b.lines) == 0 {
		// Never initialised: nothing was written either.
		return
	}
	if len(b.text) > b.cell.start {
		if b.escapeEnd != 0 {
			b.endEscape()
		}
		b.endCell(false)
	}
	b.format(0, len(b.lines))
	if b.err == nil {
		b.reset()
	}
}

// format writes lines from … to-1, whose columns up to len(b.widths) are known.
func (b *Writer) format(from, to int) {
	column := len(b.widths)
	done := from
	for line := from; line < to; line++ {
		if column >= len(b.lines[line])-1 {
			continue
		}
		// A column begins here. What is above has no cell in it.
		b.writeLines(done, line)
		width := b.min
		empty := true
		end := line
		for ; end < to && column < len(b.lines[end])-1; end++ {
			c := b.lines[end][column]
			if c.width+b.pad > width {
				width = c.width + b.pad
			}
			empty = empty && c.width == 0 && !c.hard
		}
		if empty && b.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		b.widths = append(b.widths, width)
		b.format(line, end)
		b.widths = b.widths[:column]
		done = end
		line = end - 1
	}
	b.writeLines(done, to)
}

func (b *Writer) writeLines(from, to int) {
	for i := from; i < to; i++ {
		tabs := b.flags&TabIndent != 0
		for j, c := range b.lines[i] {
			if j > 0 && b.flags&Debug != 0 {
				b.put([]byte{'|'})
			}
			inColumn := j < len(b.widths)
			switch text := b.text[c.start:c.end]; {
			case len(text) == 0:
				if inColumn {
					b.padding(c.width, b.widths[j], tabs)
				}
			case b.flags&AlignRight == 0:
				tabs = false
				b.put(text)
				if inColumn {
					b.padding(c.width, b.widths[j], false)
				}
			default:
				tabs = false
				if inColumn {
					b.padding(c.width, b.widths[j], false)
				}
				b.put(text)
			}
		}
		if i+1 < len(b.lines) {
			b.put([]byte{'\n'})
		} else {
			// The output sees the end of each flush, be it by an empty Write.
			b.put(nil)
		}
	}
}

// padding fills a cell that has text of a width.
func (b *Writer) padding(text, width int, tabs bool) {
	fill, n := b.fill, width-text
	if fill == '\t' || tabs {
		if b.tab == 0 {
			return
		}
		// Up to a tab stop: all cells of a column end at the same one.
		fill = '\t'
		n = ((width+b.tab-1)/b.tab*b.tab - text + b.tab - 1) / b.tab
	}
	if len(b.fills) == 0 || b.fills[0] != fill {
		b.fills = bytes.Repeat([]byte{fill}, 8)
	}
	for ; n > len(b.fills); n -= len(b.fills) {
		b.put(b.fills)
	}
	b.put(b.fills[:n])
}

// put writes to the output, until there was an error.
func (b *Writer) put(p []byte) {
	if b.err != nil {
		return
	}
	n, err := b.output.Write(p)
	if err == nil && n != len(p) {
		err = io.ErrShortWrite
	}
	b.err = err
}
