// The flight recorder of runtime/trace: when it may start, what it writes and what it says.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime/trace"
	"time"
)

type bad struct{}

func (bad) Write(p []byte) (int, error) { return 0, errors.New("full") }

func main() {
	fr := trace.NewFlightRecorder(trace.FlightRecorderConfig{MinAge: time.Second, MaxBytes: 1 << 20})
	fmt.Println(fr.Enabled(), trace.IsEnabled())
	n, err := fr.WriteTo(os.Stdout)
	fmt.Println(n, err)
	fr.Stop()
	fmt.Println(fr.Start(), fr.Enabled(), trace.IsEnabled())
	fmt.Println(fr.Start())
	var other *trace.FlightRecorder = trace.NewFlightRecorder(trace.FlightRecorderConfig{})
	fmt.Println(other.Start(), other.Enabled())
	var b bytes.Buffer
	n, err = fr.WriteTo(&b)
	fmt.Println(n == int64(b.Len()), n > 100, err)
	fmt.Printf("%q %q\n", b.Bytes()[:5], b.Bytes()[9:16])
	n, err = fr.WriteTo(bad{})
	fmt.Println(n, err)
	var t bytes.Buffer
	fmt.Println(trace.Start(&t), trace.IsEnabled())
	n, err = fr.WriteTo(&b)
	fmt.Println(n > 100, err)
	fr.Stop()
	fmt.Println(fr.Enabled(), trace.IsEnabled())
	trace.Stop()
	fmt.Println(t.Len() > 100, trace.IsEnabled())
	_, err = fr.WriteTo(&b)
	fmt.Println(err)
	fmt.Println(fr.Start(), fr.Enabled())
	fr.Stop()
	fr.Stop()
	fmt.Println(other.Start(), other.Enabled())
	other.Stop()
}
