package main

import (
	"fmt"
	"sort"
	"sync"
)

type job struct {
	id, n int
}

type result struct {
	job job
	sum int
}

func worker(id int, jobs <-chan job, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		s := 0
		for k := 1; k <= j.n; k++ {
			s += k
		}
		results <- result{j, s}
	}
	_ = id
}

func main() {
	jobs := make(chan job, 10)
	results := make(chan result, 10)
	var wg sync.WaitGroup
	for i := 1; i <= 4; i++ {
		wg.Add(1)
		go worker(i, jobs, results, &wg)
	}
	go func() {
		for i := range 40 {
			jobs <- job{i, i * 10}
		}
		close(jobs)
	}()
	go func() { wg.Wait(); close(results) }()
	var all []result
	for r := range results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].job.id < all[j].job.id })
	for _, r := range all {
		fmt.Println(r.job.id, r.sum)
	}
	fmt.Printf("%+v\n", all[3])
}
