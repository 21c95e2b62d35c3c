package args

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var mine = flag.Int("mine", 0, "a flag of the test's own")

func TestArgs(t *testing.T) {
	t.Log(*mine, flag.Args(), strings.HasSuffix(os.Args[0], "args.test"))
	dir, err := os.Getwd()
	t.Log(strings.HasSuffix(dir, "/args"), err)
	t.Fail()
}
