package table

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
)

// Column describes one column.
type Column struct {
	Name string
	Kind Kind
	Key  bool
}

// Row has a value for each column.
type Row []Value

// Errors that callers tell apart.
var (
	ErrNoColumn  = errors.New("no such column")
	ErrDuplicate = errors.New("duplicate key")
)

// RowError says which row an error is about.
type RowError struct {
	Table string
	Row   int
	Err   error
}

func (e *RowError) Error() string { return fmt.Sprintf("%s, row %d: %v", e.Table, e.Row, e.Err) }
func (e *RowError) Unwrap() error { return e.Err }

// Table is safe for concurrent use.
type Table struct {
	mu      sync.RWMutex
	name    string
	columns []Column
	rows    []Row
	index   map[Value]int
	key     int
	hooks   []func(Row)
}

// New makes an empty table.
func New(name string, columns ...Column) (*Table, error) {
	t := &Table{name: name, columns: columns, key: -1}
	seen := map[string]bool{}
	for i, c := range columns {
		if seen[c.Name] {
			return nil, fmt.Errorf("table %s: column %q twice", name, c.Name)
		}
		seen[c.Name] = true
		if c.Key {
			if t.key >= 0 {
				return nil, fmt.Errorf("table %s: two keys", name)
			}
			t.key, t.index = i, make(map[Value]int)
		}
	}
	return t, nil
}

func (t *Table) Name() string      { return t.name }
func (t *Table) Columns() []Column { return slices.Clone(t.columns) }

// Len is the number of rows.
func (t *Table) Len() int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return len(t.rows)
}

// OnInsert has f called with each row that is added.
func (t *Table) OnInsert(f func(Row)) { t.hooks = append(t.hooks, f) }

// Column finds a column's place.
func (t *Table) Column(name string) (int, error) {
	i := slices.IndexFunc(t.columns, func(c Column) bool { return c.Name == name })
	if i < 0 {
		return 0, fmt.Errorf("%s.%s: %w", t.name, name, ErrNoColumn)
	}
	return i, nil
}

// Insert adds a row.
func (t *Table) Insert(values ...Value) (err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	defer func() {
		if err != nil {
			err = &RowError{t.name, len(t.rows), err}
		}
	}()
	if len(values) != len(t.columns) {
		return fmt.Errorf("%d values for %d columns", len(values), len(t.columns))
	}
	row := make(Row, len(values))
	for i, v := range values {
		if row[i], err = v.Convert(t.columns[i].Kind); err != nil {
			return err
		}
	}
	if t.key >= 0 {
		if _, dup := t.index[row[t.key]]; dup {
			return fmt.Errorf("%w %v", ErrDuplicate, row[t.key])
		}
		t.index[row[t.key]] = len(t.rows)
	}
	t.rows = append(t.rows, row)
	for _, f := range t.hooks {
		f(row)
	}
	return nil
}

// Get finds a row by its key.
func (t *Table) Get(key Value) (Row, bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	i, ok := t.index[key]
	if !ok {
		return nil, false
	}
	return t.rows[i], true
}

// Rows goes through the rows there are when it starts.
func (t *Table) Rows() iter.Seq2[int, Row] {
	return func(yield func(int, Row) bool) {
		t.mu.RLock()
		rows := t.rows
		t.mu.RUnlock()
		for i, r := range rows {
			if !yield(i, r) {
				return
			}
		}
	}
}

// Delete removes the rows a condition holds for and gives their number.
func (t *Table) Delete(cond func(Row) bool) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	before := len(t.rows)
	t.rows = slices.DeleteFunc(slices.Clone(t.rows), cond)
	if t.key >= 0 {
		clear(t.index)
		for i, r := range t.rows {
			t.index[r[t.key]] = i
		}
	}
	return before - len(t.rows)
}
