package alarm

import (
	"testing"
	"time"
)

func TestSlow(t *testing.T) {
	t.Run("below", func(t *testing.T) { time.Sleep(10 * time.Second) })
}
