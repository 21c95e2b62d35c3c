// A small table store with a query language, in several files and two packages.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"example.org/tables/table"
)

const script = `
create people (id int key, name text, age int, height float)
create people2 (id int key, id text)
create orders (id int key, person int, item text, price float, paid bool)
insert people (1, 'Ada', 36, 1.65), (2, 'Grace', 85, 1.7), (3, 'Alan', 41, 1.78), (4, 'Edsger', 72, null)
insert people (2, 'Twice', 1, 1), (5, 'Barbara', 28 + 2 * 4, 1), (6, 'short')
insert orders (1, 1, 'engine', 99.5, true), (2, 1, 'cards', 3, false), (3, 3, 'tape', 12.25, true), (4, 2, 'ship', 1000, true), (5, 3, 'bike', 250, false)
insert orders (6, 'x', 1, 1, true)
show
select id, name, age from people
select upper(name), age * 2, height from people where age > 40 order age
select name || '!' , len(name) from people where not (age < 40 or name = 'Grace') order name desc
select count(id), sum(price), avg(price), min(item), max(item) from orders
select person, count(item), sum(price) from orders where price > 2 group person
select id, 100 / (id - 3) from orders
select id, price / 0 from orders where paid and price >= 99.5
select nothing from people
select name from nowhere
select name, from people
select 'open from people
delete orders where not paid
select item, -price, paid != true from orders order -price
drop people
select 1 + 2 * 3 - -4, (1 + 2) * 3, 7 % 4 = 3, 1 < 2 and 2 < 1 or true from people where id = 1
`

func main() {
	db := &database{tables: map[string]*table.Table{}, out: os.Stdout}
	for n, line := range strings.Split(strings.TrimSpace(script), "\n") {
		fmt.Println(">", line)
		err := db.run(line)
		var row *table.RowError
		var syntax syntaxError
		switch {
		case err == nil:
		case errors.As(err, &syntax):
			fmt.Printf("line %d: syntax: %v\n", n+1, syntax)
		case errors.As(err, &row):
			fmt.Printf("line %d: %v (duplicate: %t)\n", n+1, err, errors.Is(err, table.ErrDuplicate))
		default:
			fmt.Printf("line %d: %v (column: %t)\n", n+1, err, errors.Is(err, table.ErrNoColumn))
		}
	}
	fmt.Println(len(db.log), db.log[0], db.log[len(db.log)-1])
	fmt.Println(newParser("a + b * 2 <= -c and not d or f('x')").expr())

	t, _ := table.New("counters", table.Column{Name: "n", Kind: table.Int, Key: true})
	var wg sync.WaitGroup
	failed := make([]int, 8)
	for g := range failed {
		wg.Go(func() {
			for i := range 50 {
				if err := t.Insert(table.IntValue(i * (g + 1))); err != nil {
					failed[g]++
				}
			}
		})
	}
	wg.Wait()
	total := table.Total(failed, func(n int) int { return n })
	fmt.Println(t.Len()+total, table.Kind(9), table.Total([]string{"ab", "c"}, func(s string) float64 { return float64(len(s)) / 2 }))
	if r, ok := db.tables["people"].Get(table.IntValue(3)); ok {
		fmt.Println(r)
	}
	_, ok := db.tables["people"].Get(table.TextValue("3"))
	fmt.Println(ok)
}
