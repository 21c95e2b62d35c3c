// Fractions of seconds as layouts and values may have them.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, v := range []string{"23:00:59.-123", "23:00:59.+12", "23:00:59.1-3", "23:00:59. 12", "23:00:59.xxx", "23:00:59x01", "23:00:59.12", "23:00:59.1234", "23:00:59,123", "23:00:59.-12", "23:00:59.--1", "23:00:59.12x"} {
		for _, l := range []string{"15:04:05.000", "15:04:05.999", "15:04:05"} {
			t, err := time.Parse(l, v)
			fmt.Println(l, v, t.Nanosecond(), err)
		}
	}
}
