package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"example.org/tables/table"
)

type database struct {
	tables map[string]*table.Table
	out    io.Writer
	log    []string
}

type statement func(*parser) error

func (db *database) statements() map[string]statement {
	return map[string]statement{
		"create": db.create,
		"insert": db.insert,
		"select": db.selectRows,
		"delete": db.delete,
		"show":   db.show,
	}
}

// run executes one statement; syntax errors come up as panics of the parser.
func (db *database) run(src string) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case syntaxError:
			err = r
		default:
			panic(r)
		}
	}()
	p := newParser(src)
	verb := strings.ToLower(p.name())
	s, ok := db.statements()[verb]
	if !ok {
		return fmt.Errorf("unknown statement %q", verb)
	}
	if err := s(p); err != nil {
		return err
	}
	if p.tok.kind != endOfInput {
		p.fail("end of input")
	}
	return nil
}

func (db *database) table(name string) (*table.Table, error) {
	if t, ok := db.tables[name]; ok {
		return t, nil
	}
	return nil, fmt.Errorf("no table %s", name)
}

func (db *database) create(p *parser) error {
	name := p.name()
	p.expect("(")
	columns := list(p, func() table.Column {
		c := table.Column{Name: p.name()}
		kind := p.name()
		var ok bool
		if c.Kind, ok = table.KindOf(kind); !ok {
			panic(syntaxError{p.tok.at, "no kind " + kind})
		}
		c.Key = p.accept("key")
		return c
	})
	p.expect(")")
	t, err := table.New(name, columns...)
	if err != nil {
		return err
	}
	t.OnInsert(func(r table.Row) { db.log = append(db.log, fmt.Sprint(name, r)) })
	db.tables[name] = t
	return nil
}

func (db *database) insert(p *parser) error {
	t, err := db.table(p.name())
	if err != nil {
		return err
	}
	rows := list(p, func() []expr {
		p.expect("(")
		defer p.expect(")")
		return list(p, p.expr)
	})
	var errs []error
	for _, r := range rows {
		values := make([]table.Value, len(r))
		for i, x := range r {
			if values[i], err = x.eval(env{lookup: noColumns}); err != nil {
				return err
			}
		}
		errs = append(errs, t.Insert(values...))
	}
	return errors.Join(errs...)
}

func noColumns(name string) (int, error) { return 0, fmt.Errorf("%s: no columns here", name) }

func (db *database) condition(p *parser, t *table.Table) func(table.Row) bool {
	if !p.accept("where") {
		return func(table.Row) bool { return true }
	}
	cond := p.expr()
	return func(r table.Row) bool {
		v, err := cond.eval(env{r, t.Column})
		if err != nil {
			panic(syntaxError{0, err.Error()})
		}
		return v.Truth()
	}
}

func (db *database) delete(p *parser) error {
	t, err := db.table(p.name())
	if err != nil {
		return err
	}
	fmt.Fprintf(db.out, "%d deleted\n", t.Delete(db.condition(p, t)))
	return nil
}

func (db *database) show(p *parser) error {
	for _, name := range slices.Sorted(maps.Keys(db.tables)) {
		t := db.tables[name]
		fmt.Fprintf(db.out, "%s %d %v\n", name, t.Len(), t.Columns())
	}
	return nil
}

func (db *database) selectRows(p *parser) error {
	what := list(p, p.expr)
	p.expect("from")
	t, err := db.table(p.name())
	if err != nil {
		return err
	}
	where := db.condition(p, t)
	var rows []table.Row
	for _, r := range t.Rows() {
		if where(r) {
			rows = append(rows, r)
		}
	}
	if p.accept("group") {
		i, err := t.Column(p.name())
		if err != nil {
			return err
		}
		for _, g := range table.GroupBy(rows, func(r table.Row) table.Value { return r[i] }) {
			if err := db.aggregate(what, t, g.Rows); err != nil {
				return err
			}
		}
		return nil
	}
	if c, ok := what[0].(*call); ok && table.Aggregates[c.name] != nil {
		return db.aggregate(what, t, rows)
	}
	if p.accept("order") {
		by := p.expr()
		desc := p.accept("desc")
		slices.SortStableFunc(rows, func(a, b table.Row) int {
			x, _ := by.eval(env{a, t.Column})
			y, _ := by.eval(env{b, t.Column})
			if desc {
				return table.Compare(y, x)
			}
			return table.Compare(x, y)
		})
	}
	for _, r := range rows {
		cells := make([]string, 0, len(what))
		for _, x := range what {
			v, err := x.eval(env{r, t.Column})
			if err != nil {
				return err
			}
			cells = append(cells, v.String())
		}
		fmt.Fprintln(db.out, strings.Join(cells, " | "))
	}
	return nil
}

func (db *database) aggregate(what []expr, t *table.Table, rows []table.Row) error {
	for i, x := range what {
		if i > 0 {
			fmt.Fprint(db.out, " | ")
		}
		c, ok := x.(*call)
		if !ok || table.Aggregates[c.name] == nil {
			v, err := x.eval(env{rows[0], t.Column})
			if err != nil {
				return err
			}
			fmt.Fprint(db.out, v)
			continue
		}
		a := table.Aggregates[c.name]()
		for _, r := range rows {
			v, err := c.arg.eval(env{r, t.Column})
			if err != nil {
				return err
			}
			a.Add(v)
		}
		fmt.Fprintf(db.out, "%v", a.Result())
	}
	fmt.Fprintln(db.out)
	return nil
}
