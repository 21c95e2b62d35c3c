package names

type T struct{ F int }

func (t T) M()  {}
func (t *T) P() {}

type I interface{ Do() }

func F() {}

var V int

const C = 1

type G[X any] struct{}

func (G[X]) Get() {}

type Emb struct{ T }

type unexp struct{}

func (unexp) X() {}
