// select at the sizes where its form changes: every case is taken once, received or sent, with and without default,
// at once and after waiting.
package main

import "fmt"

func sel1d0(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	}
}

func sel1d1(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	default:
		return -1, 0
	}
}

func sel2d0(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	}
}

func sel2d1(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	default:
		return -1, 0
	}
}

func sel3d0(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	}
}

func sel3d1(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	default:
		return -1, 0
	}
}

func sel30d0(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	}
}

func sel30d1(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	default:
		return -1, 0
	}
}

func sel31d0(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	case v := <-c[30]:
		return 30, v
	}
}

func sel31d1(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	case v := <-c[30]:
		return 30, v
	default:
		return -1, 0
	}
}

func sel32d0(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	case v := <-c[30]:
		return 30, v
	case c[31] <- 310:
		return 31, -1
	}
}

func sel32d1(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	case v := <-c[30]:
		return 30, v
	case c[31] <- 310:
		return 31, -1
	default:
		return -1, 0
	}
}

func sel33d0(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	case v := <-c[30]:
		return 30, v
	case c[31] <- 310:
		return 31, -1
	case v := <-c[32]:
		return 32, v
	}
}

func sel33d1(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	case v := <-c[30]:
		return 30, v
	case c[31] <- 310:
		return 31, -1
	case v := <-c[32]:
		return 32, v
	default:
		return -1, 0
	}
}

func sel64d0(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	case v := <-c[30]:
		return 30, v
	case c[31] <- 310:
		return 31, -1
	case v := <-c[32]:
		return 32, v
	case c[33] <- 330:
		return 33, -1
	case v := <-c[34]:
		return 34, v
	case c[35] <- 350:
		return 35, -1
	case v := <-c[36]:
		return 36, v
	case c[37] <- 370:
		return 37, -1
	case v := <-c[38]:
		return 38, v
	case c[39] <- 390:
		return 39, -1
	case v := <-c[40]:
		return 40, v
	case c[41] <- 410:
		return 41, -1
	case v := <-c[42]:
		return 42, v
	case c[43] <- 430:
		return 43, -1
	case v := <-c[44]:
		return 44, v
	case c[45] <- 450:
		return 45, -1
	case v := <-c[46]:
		return 46, v
	case c[47] <- 470:
		return 47, -1
	case v := <-c[48]:
		return 48, v
	case c[49] <- 490:
		return 49, -1
	case v := <-c[50]:
		return 50, v
	case c[51] <- 510:
		return 51, -1
	case v := <-c[52]:
		return 52, v
	case c[53] <- 530:
		return 53, -1
	case v := <-c[54]:
		return 54, v
	case c[55] <- 550:
		return 55, -1
	case v := <-c[56]:
		return 56, v
	case c[57] <- 570:
		return 57, -1
	case v := <-c[58]:
		return 58, v
	case c[59] <- 590:
		return 59, -1
	case v := <-c[60]:
		return 60, v
	case c[61] <- 610:
		return 61, -1
	case v := <-c[62]:
		return 62, v
	case c[63] <- 630:
		return 63, -1
	}
}

func sel64d1(c []chan int) (int, int) {
	select {
	case v := <-c[0]:
		return 0, v
	case c[1] <- 10:
		return 1, -1
	case v := <-c[2]:
		return 2, v
	case c[3] <- 30:
		return 3, -1
	case v := <-c[4]:
		return 4, v
	case c[5] <- 50:
		return 5, -1
	case v := <-c[6]:
		return 6, v
	case c[7] <- 70:
		return 7, -1
	case v := <-c[8]:
		return 8, v
	case c[9] <- 90:
		return 9, -1
	case v := <-c[10]:
		return 10, v
	case c[11] <- 110:
		return 11, -1
	case v := <-c[12]:
		return 12, v
	case c[13] <- 130:
		return 13, -1
	case v := <-c[14]:
		return 14, v
	case c[15] <- 150:
		return 15, -1
	case v := <-c[16]:
		return 16, v
	case c[17] <- 170:
		return 17, -1
	case v := <-c[18]:
		return 18, v
	case c[19] <- 190:
		return 19, -1
	case v := <-c[20]:
		return 20, v
	case c[21] <- 210:
		return 21, -1
	case v := <-c[22]:
		return 22, v
	case c[23] <- 230:
		return 23, -1
	case v := <-c[24]:
		return 24, v
	case c[25] <- 250:
		return 25, -1
	case v := <-c[26]:
		return 26, v
	case c[27] <- 270:
		return 27, -1
	case v := <-c[28]:
		return 28, v
	case c[29] <- 290:
		return 29, -1
	case v := <-c[30]:
		return 30, v
	case c[31] <- 310:
		return 31, -1
	case v := <-c[32]:
		return 32, v
	case c[33] <- 330:
		return 33, -1
	case v := <-c[34]:
		return 34, v
	case c[35] <- 350:
		return 35, -1
	case v := <-c[36]:
		return 36, v
	case c[37] <- 370:
		return 37, -1
	case v := <-c[38]:
		return 38, v
	case c[39] <- 390:
		return 39, -1
	case v := <-c[40]:
		return 40, v
	case c[41] <- 410:
		return 41, -1
	case v := <-c[42]:
		return 42, v
	case c[43] <- 430:
		return 43, -1
	case v := <-c[44]:
		return 44, v
	case c[45] <- 450:
		return 45, -1
	case v := <-c[46]:
		return 46, v
	case c[47] <- 470:
		return 47, -1
	case v := <-c[48]:
		return 48, v
	case c[49] <- 490:
		return 49, -1
	case v := <-c[50]:
		return 50, v
	case c[51] <- 510:
		return 51, -1
	case v := <-c[52]:
		return 52, v
	case c[53] <- 530:
		return 53, -1
	case v := <-c[54]:
		return 54, v
	case c[55] <- 550:
		return 55, -1
	case v := <-c[56]:
		return 56, v
	case c[57] <- 570:
		return 57, -1
	case v := <-c[58]:
		return 58, v
	case c[59] <- 590:
		return 59, -1
	case v := <-c[60]:
		return 60, v
	case c[61] <- 610:
		return 61, -1
	case v := <-c[62]:
		return 62, v
	case c[63] <- 630:
		return 63, -1
	default:
		return -1, 0
	}
}

func try(n int, f func([]chan int) (int, int), hasDefault bool) {
	sum := 0
	for i := range n {
		c := make([]chan int, n)
		for j := range c {
			c[j] = make(chan int)
		}
		// Ready at once: a buffer has a value or room for one.
		c[i] = make(chan int, 1)
		if i%2 == 0 {
			c[i] <- i * 10
		}
		got, v := f(c)
		if i%2 == 1 {
			v = <-c[i]
		}
		sum += v
		if got != i || v != i*10 {
			fmt.Println(n, i, "took", got, v)
		}
		// Or closed, which only receives may be.
		if i%2 == 0 {
			close(c[i])
			if got, v := f(c); got != i || v != 0 {
				fmt.Println(n, i, "closed: took", got, v)
			}
		}
		if hasDefault {
			continue
		}
		// After waiting.
		c[i] = make(chan int)
		done := make(chan int)
		go func() {
			if i%2 == 0 {
				c[i] <- i * 10
				done <- i * 10
			} else {
				done <- <-c[i]
			}
		}()
		got, _ = f(c)
		if v := <-done; got != i || v != i*10 {
			fmt.Println(n, i, "waited: took", got, v)
		}
	}
	if hasDefault {
		got, _ := f(make([]chan int, n))
		sum -= got
	}
	fmt.Println(n, hasDefault, sum)
}

func main() {
	try(1, sel1d0, false)
	try(1, sel1d1, true)
	try(2, sel2d0, false)
	try(2, sel2d1, true)
	try(3, sel3d0, false)
	try(3, sel3d1, true)
	try(30, sel30d0, false)
	try(30, sel30d1, true)
	try(31, sel31d0, false)
	try(31, sel31d1, true)
	try(32, sel32d0, false)
	try(32, sel32d1, true)
	try(33, sel33d0, false)
	try(33, sel33d1, true)
	try(64, sel64d0, false)
	try(64, sel64d1, true)
}
