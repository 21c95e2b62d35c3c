// A select may have any number of cases: 40 here, sends and receives in turn, ready, waiting, closed
// and nil ones, with and without default.
package main

import "fmt"

const n = 40

type message struct {
	from int
	text string
}

var (
	ints     [n]chan int
	messages [n]chan message
)

// one runs a select over cases of both kinds: even ones receive, odd ones send.
func one(wait bool) (which int, got int, ok bool) {
	if !wait {
		select {
		case v, k := <-ints[0]:
			return 0, v, k
		case ints[1] <- 1 * 100:
			return 1, -1, true
		case m := <-messages[2]:
			return 2, m.from, len(m.text) > 0
		case messages[3] <- message{3, "sent"}:
			return 3, -1, true
		case v, k := <-ints[4]:
			return 4, v, k
		case ints[5] <- 5 * 100:
			return 5, -1, true
		case m := <-messages[6]:
			return 6, m.from, len(m.text) > 0
		case messages[7] <- message{7, "sent"}:
			return 7, -1, true
		case v, k := <-ints[8]:
			return 8, v, k
		case ints[9] <- 9 * 100:
			return 9, -1, true
		case m := <-messages[10]:
			return 10, m.from, len(m.text) > 0
		case messages[11] <- message{11, "sent"}:
			return 11, -1, true
		case v, k := <-ints[12]:
			return 12, v, k
		case ints[13] <- 13 * 100:
			return 13, -1, true
		case m := <-messages[14]:
			return 14, m.from, len(m.text) > 0
		case messages[15] <- message{15, "sent"}:
			return 15, -1, true
		case v, k := <-ints[16]:
			return 16, v, k
		case ints[17] <- 17 * 100:
			return 17, -1, true
		case m := <-messages[18]:
			return 18, m.from, len(m.text) > 0
		case messages[19] <- message{19, "sent"}:
			return 19, -1, true
		case v, k := <-ints[20]:
			return 20, v, k
		case ints[21] <- 21 * 100:
			return 21, -1, true
		case m := <-messages[22]:
			return 22, m.from, len(m.text) > 0
		case messages[23] <- message{23, "sent"}:
			return 23, -1, true
		case v, k := <-ints[24]:
			return 24, v, k
		case ints[25] <- 25 * 100:
			return 25, -1, true
		case m := <-messages[26]:
			return 26, m.from, len(m.text) > 0
		case messages[27] <- message{27, "sent"}:
			return 27, -1, true
		case v, k := <-ints[28]:
			return 28, v, k
		case ints[29] <- 29 * 100:
			return 29, -1, true
		case m := <-messages[30]:
			return 30, m.from, len(m.text) > 0
		case messages[31] <- message{31, "sent"}:
			return 31, -1, true
		case v, k := <-ints[32]:
			return 32, v, k
		case ints[33] <- 33 * 100:
			return 33, -1, true
		case m := <-messages[34]:
			return 34, m.from, len(m.text) > 0
		case messages[35] <- message{35, "sent"}:
			return 35, -1, true
		case v, k := <-ints[36]:
			return 36, v, k
		case ints[37] <- 37 * 100:
			return 37, -1, true
		case m := <-messages[38]:
			return 38, m.from, len(m.text) > 0
		case messages[39] <- message{39, "sent"}:
			return 39, -1, true
		default:
			return -1, 0, false
		}
	}
	select {
	case v, k := <-ints[0]:
		return 0, v, k
	case ints[1] <- 1 * 100:
		return 1, -1, true
	case m := <-messages[2]:
		return 2, m.from, len(m.text) > 0
	case messages[3] <- message{3, "sent"}:
		return 3, -1, true
	case v, k := <-ints[4]:
		return 4, v, k
	case ints[5] <- 5 * 100:
		return 5, -1, true
	case m := <-messages[6]:
		return 6, m.from, len(m.text) > 0
	case messages[7] <- message{7, "sent"}:
		return 7, -1, true
	case v, k := <-ints[8]:
		return 8, v, k
	case ints[9] <- 9 * 100:
		return 9, -1, true
	case m := <-messages[10]:
		return 10, m.from, len(m.text) > 0
	case messages[11] <- message{11, "sent"}:
		return 11, -1, true
	case v, k := <-ints[12]:
		return 12, v, k
	case ints[13] <- 13 * 100:
		return 13, -1, true
	case m := <-messages[14]:
		return 14, m.from, len(m.text) > 0
	case messages[15] <- message{15, "sent"}:
		return 15, -1, true
	case v, k := <-ints[16]:
		return 16, v, k
	case ints[17] <- 17 * 100:
		return 17, -1, true
	case m := <-messages[18]:
		return 18, m.from, len(m.text) > 0
	case messages[19] <- message{19, "sent"}:
		return 19, -1, true
	case v, k := <-ints[20]:
		return 20, v, k
	case ints[21] <- 21 * 100:
		return 21, -1, true
	case m := <-messages[22]:
		return 22, m.from, len(m.text) > 0
	case messages[23] <- message{23, "sent"}:
		return 23, -1, true
	case v, k := <-ints[24]:
		return 24, v, k
	case ints[25] <- 25 * 100:
		return 25, -1, true
	case m := <-messages[26]:
		return 26, m.from, len(m.text) > 0
	case messages[27] <- message{27, "sent"}:
		return 27, -1, true
	case v, k := <-ints[28]:
		return 28, v, k
	case ints[29] <- 29 * 100:
		return 29, -1, true
	case m := <-messages[30]:
		return 30, m.from, len(m.text) > 0
	case messages[31] <- message{31, "sent"}:
		return 31, -1, true
	case v, k := <-ints[32]:
		return 32, v, k
	case ints[33] <- 33 * 100:
		return 33, -1, true
	case m := <-messages[34]:
		return 34, m.from, len(m.text) > 0
	case messages[35] <- message{35, "sent"}:
		return 35, -1, true
	case v, k := <-ints[36]:
		return 36, v, k
	case ints[37] <- 37 * 100:
		return 37, -1, true
	case m := <-messages[38]:
		return 38, m.from, len(m.text) > 0
	case messages[39] <- message{39, "sent"}:
		return 39, -1, true
	}
}

func reset() {
	for i := range n {
		ints[i], messages[i] = nil, nil
	}
}

func main() {
	fmt.Println(one(false))
	for i := range n {
		ints[i], messages[i] = make(chan int), make(chan message)
	}
	fmt.Println(one(false))

	// Each case alone is ready.
	for i := range n {
		reset()
		switch i % 4 {
		case 0:
			ints[i] = make(chan int, 1)
			ints[i] <- i
		case 1:
			ints[i] = make(chan int, 1)
		case 2:
			messages[i] = make(chan message, 1)
			messages[i] <- message{i, "x"}
		case 3:
			messages[i] = make(chan message, 1)
		}
		fmt.Println(one(i < 20))
		if i%4 == 1 {
			fmt.Println("  ", <-ints[i])
		} else if i%4 == 3 {
			fmt.Println("  ", <-messages[i])
		}
	}

	// Each case wakes a select that waits for all of them.
	for i := range n {
		for i := range n {
			ints[i], messages[i] = make(chan int), make(chan message)
		}
		done := make(chan message)
		go func() {
			switch i % 4 {
			case 0:
				ints[i] <- -i
			case 1:
				done <- message{<-ints[i], "int"}
				return
			case 2:
				messages[i] <- message{-i, ""}
			case 3:
				done <- <-messages[i]
				return
			}
			done <- message{}
		}()
		which, got, ok := one(true)
		fmt.Println(which, got, ok, <-done)
	}

	reset()
	ints[36] = make(chan int)
	close(ints[36])
	fmt.Println(one(true))
	defer func() { fmt.Println(recover()) }()
	ints[36] = nil
	ints[37] = make(chan int)
	close(ints[37])
	one(true)
}
