package cleanup

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOrder(t *testing.T) {
	ctx := t.Context()
	t.Cleanup(func() { t.Log("first added", ctx.Err()) })
	t.Cleanup(func() {
		t.Log("second added")
		t.Cleanup(func() { t.Log("added while cleaning") })
	})
	t.Run("below", func(t *testing.T) {
		t.Cleanup(func() { t.Log("of the subtest") })
		t.FailNow()
	})
	t.Log("at the end", ctx.Err())
}

func TestFolders(t *testing.T) {
	dir := t.TempDir()
	rest, last := filepath.Split(dir)
	t.Log(last, strings.Contains(rest, "TestFolders"), filepath.Base(t.TempDir()))
	t.Cleanup(func() {
		_, err := os.Stat(dir)
		t.Log("there before:", err == nil)
	})
	old, _ := os.Getwd()
	t.Run("elsewhere", func(t *testing.T) {
		t.Chdir(dir)
		now, err := os.Getwd()
		t.Log(now == dir, os.Getenv("PWD") == dir, err)
	})
	now, _ := os.Getwd()
	t.Log(now == old)
	t.Log(t.ArtifactDir() == t.ArtifactDir())
}

func TestPanicInCleanup(t *testing.T) {
	t.Cleanup(func() { t.Log("runs all the same") })
	t.Cleanup(func() { panic("in a cleanup") })
}
