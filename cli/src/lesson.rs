//! The lessons: programs, questions, and the events that answer them.
//!
//! Each event is named by who does it, to what, and at which line, so that a lesson holds for any
//! version of the scheduler that keeps its promise; a test runs them all.

use gvm_trace::pattern::Step;

pub struct Lesson {
    /// The program's file, without `.go`.
    pub name: &'static str,
    pub title: &'static str,
    pub program: &'static str,
    pub procs: u32,
    /// `None`: real threads, for what a simulated one cannot show.
    pub seed: Option<u64>,
    pub preempt_every: u64,
    pub question: &'static str,
    pub choices: [&'static str; 3],
    /// Place in `choices`.
    pub answer: usize,
    /// What to look at, and what it says.
    pub steps: &'static [(Step, &'static str)],
    pub because: &'static str,
}

const fn step(
    kind: &'static str,
    who: &'static str,
    object: &'static str,
    line: &'static str,
    with: &'static str,
) -> Step {
    Step { kind, who, object, line, with }
}

macro_rules! lessons {
    ($($name:literal $title:literal procs $procs:literal seed $seed:expr, every $every:literal
        ask $question:literal [$a:literal, $b:literal, $c:literal] answer $answer:literal
        $(see $kind:literal $who:literal $object:literal $line:literal $with:literal: $note:literal)*
        because $because:literal)*) => {
        pub const LESSONS: &[Lesson] = &[$(Lesson {
            name: $name,
            title: $title,
            program: include_str!(concat!("lessons/", $name, ".go")),
            procs: $procs,
            seed: $seed,
            preempt_every: $every,
            question: $question,
            choices: [$a, $b, $c],
            answer: $answer,
            steps: &[$((step($kind, $who, $object, $line, $with), $note)),*],
            because: $because,
        }),*];
    };
}

// Each line of `see`: kind, who, object, part of the source line, fields; what it shows.
lessons! {
    "01_counter" "Why a mutex" procs 1 seed Some(1), every 7
        ask "Two goroutines add 1 to the same variable, ten times each, and switch every few instructions. What is printed?"
        ["20, always", "20 or less: additions get lost", "20 or more: additions are done twice"] answer 1
        see "GoStart" "add" "" "" "": "one of the two begins to add"
        see "GoStop" "add" "" "counter++" "why=preempted": "it is interrupted at counter++: it may have read the old value and not yet written the new one"
        see "GoStart" "add" "" "" "": "now the other one reads the same old value, adds to it and writes"
        see "GoStop" "add" "" "counter++" "why=preempted": "whoever comes back writes what it had read before, plus one: what the other added meanwhile is lost"
        see "Output" "main" "" "" "text=counter": "less than 20"
        because "counter++ is three steps: read, add, write. Between them another goroutine may run. A sync.Mutex around it, held from the read to the write, makes others wait: then it is 20, always. Even on one processor."
    "02_order" "The last one first" procs 1 seed Some(1), every 0
        ask "One processor, four goroutines started in the order 1, 2, 3, 4. In which order do they print?"
        ["1 2 3 4", "4 1 2 3", "4 3 2 1"] answer 1
        see "RunqPut" "main" "" "" "slot=runnext": "the first new goroutine takes the place runnext"
        see "RunqPut" "main" "" "" "slot=runnext kicked=say": "the second takes the place; the first goes to the queue's tail"
        see "GoBlock" "main" "wg" "wg.Wait()" "": "main waits, so the processor is free"
        see "RunqGet" "" "" "" "slot=runnext": "runnext goes first: that is the goroutine made last"
        see "Output" "say" "" "" "text=4": "number 4"
        see "RunqGet" "" "" "" "slot=ring": "then the queue, from its head"
        see "Output" "say" "" "" "text=1": "number 1, then 2, then 3"
        because "A new goroutine takes the place runnext, because it is likely to use what is in the cache; whoever was there goes to the tail of the queue. Never rely on the order: with more processors others take part."
    "03_pingpong" "Ping-pong on one processor" procs 2 seed Some(1), every 0
        ask "main and pong pass a ball over unbuffered channels; there are two processors. After the first exchange, how many of them do the work?"
        ["one: the two take turns on it", "two: one for each player", "two: they change with each hit"] answer 0
        see "GoBlock" "main" "ball" "ball <- n" "": "main waits: nobody receives yet"
        see "ChanRecv" "pong" "ball" "range ball" "how=direct peer=main": "pong takes the value straight from main"
        see "RunqPut" "pong" "" "" "g=main slot=runnext": "main is put into runnext of pong's processor"
        see "GoBlock" "pong" "" "" "": "pong waits and makes its processor free"
        see "GoStart" "main" "" "" "inherit=true": "main goes on there, in the rest of the same time slice"
        because "Who is woken goes into runnext of the processor that woke it, and runs as soon as the waker waits. A pair that passes messages stays on one processor, with its data in that processor's cache."
    "04_steal" "Half of the work is stolen" procs 2 seed Some(1), every 0
        ask "main starts eight goroutines on processor P0, and P1 is idle. How does P1 get work?"
        ["main shares it out evenly at each go statement", "P0 sends some over when its queue is long", "P1 takes half of P0's queue"] answer 2
        see "RunqPut" "main" "" "" "slot=runnext": "all new goroutines go to P0's own queue"
        see "WakeP" "main" "" "" "p=1": "but there is work and P1 is idle: somebody is woken for it"
        see "Steal" "" "" "" "from=0 gs=4": "P1 looks at P0's queue and takes half of it"
        see "GoStart" "work" "" "" "": "and runs what it took"
        because "A go statement must be cheap: it uses only its own processor's queue. Who has nothing to do looks at the others and takes half of a queue, so that both have work for a while."
    "05_preempt" "A loop that never waits" procs 1 seed Some(1), every 0
        ask "One processor. spin loops until stop is true, without a call; the goroutine that sets stop waits for the processor. What happens?"
        ["it hangs: spin never makes room", "it ends after about 10 ms", "it ends at once"] answer 1
        see "GoStart" "spin" "" "" "": "spin was made last, so it runs first"
        see "GoStop" "spin" "" "for !*stop" "why=preempted": "after its time slice it is made to stop, in the middle of the loop"
        see "GlobalPut" "" "" "" "gs=1": "it goes to the tail of the global queue"
        see "GoStart" "main.func1" "" "" "": "now the other one runs and sets stop"
        see "ChanSend" "spin" "done" "done <- true" "": "back in the loop spin sees it and ends"
        because "Nobody runs for more than about 10 ms while others wait. (stop is read and written without a lock: real programs use atomic.Bool or a channel.)"
    "06_blocking" "A call that blocks" procs 1 seed None, every 0
        ask "One processor. reader reads 64 MB in one call to the system, which blocks its thread. Does count have to wait for it?"
        ["yes: there is one processor and reader has it", "no: the processor is taken from the blocked thread", "no: count runs in between, on reader's thread"] answer 1
        see "SyscallEnter" "reader" "" "from.Read" "": "reader enters the call; its thread keeps the processor for now"
        see "ProcSteal" "" "" "" "p=0 why=sysmon": "the call lasts: sysmon, the watchdog, takes the processor away"
        see "GoStart" "count" "" "" "": "another thread has it now and runs count"
        see "SyscallExitBlocked" "reader" "" "" "": "reader is back, and its processor is gone: it has to queue"
        because "GOMAXPROCS limits how many goroutines run Go code, not how many threads there are. A thread that is stuck in the system loses its processor after 20 µs to 10 ms, and another thread goes on with it."
    "07_sleep" "A hundred sleepers" procs 2 seed Some(1), every 0
        ask "A hundred goroutines sleep for 10 ms each. How long does it take, and how many threads sleep?"
        ["about 10 ms, a hundred threads", "about 1 s, one thread", "about 10 ms, two threads at most"] answer 2
        see "Sleep" "nap" "" "time.Sleep" "": "a sleeper sets a timer"
        see "GoBlock" "nap" "" "time.Sleep" "why=sleep": "and leaves its thread to others"
        see "MPark" "" "" "" "": "when all sleep, the threads sleep too"
        see "TimerFire" "" "" "" "timer=1": "the first timer fires, and wakes its goroutine"
        see "TimerFire" "" "" "" "timer=100": "and so do all the others, right after"
        see "Output" "main" "" "" "text=10ms": "10 ms for all of them"
        because "A sleeping goroutine is an entry in a heap of timers and a small stack. One thread waits for the first timer that is due."
    "08_buffer" "With and without a buffer" procs 2 seed Some(1), every 0
        ask "Two goroutines send 1 and 2: one on an unbuffered channel, one on a channel with room for two. Nobody receives yet. Which one gets done?"
        ["both", "the one with the buffer", "none"] answer 1
        see "ChanSend" "send" "roomy" "ch <- n" "how=buffer len=1": "there is room: the value goes into the buffer"
        see "ChanSend" "send" "roomy" "ch <- n" "how=buffer len=2": "the second one too"
        see "ChanSend" "send" "done" "done <- true" "": "this sender is done, and nobody has received anything"
        see "GoBlock" "send" "direct" "ch <- n" "why=chan-send": "the other one waits: on an unbuffered channel a send ends when the value is taken"
        see "ChanRecv" "main" "direct" "<-direct" "peer=send": "main takes it, straight from the waiting sender"
        because "An unbuffered channel is a meeting: sender and receiver go on together. A buffer lets the sender run ahead, as far as there is room."
    "09_select" "select rolls dice" procs 1 seed Some(1), every 0
        ask "Both channels always have a value ready. Which case does the select take?"
        ["always the first, red", "by turns", "any of the two, at random"] answer 2
        see "SelectBegin" "main" "" "select" "": "the cases are looked at in random order"
        see "SelectDone" "main" "" "" "case=1 waited=false": "this time blue is taken, although red is ready too"
        see "SelectDone" "main" "" "" "case=0 waited=false": "and another time red"
        because "If select preferred the first case, the others could starve. So it looks at them in an order that is random each time."
    "10_deadlock" "Deadlock" procs 1 seed Some(1), every 0
        ask "first takes fork, then spoon; second takes spoon, then fork. Each makes room for the other in between. What happens?"
        ["both eat, one after the other", "nobody eats: each waits for what the other holds", "one eats, the other waits for ever"] answer 1
        see "MutexLock" "second" "spoon" "spoon.Lock()" "": "second has spoon"
        see "MutexLock" "first" "fork" "fork.Lock()" "": "first has fork"
        see "GoBlock" "second" "fork" "" "why=sync.Mutex.Lock": "second wants fork, which first holds"
        see "GoBlock" "first" "spoon" "" "why=sync.Mutex.Lock": "first wants spoon, which second holds: a circle"
        see "ProgramEnd" "" "" "" "why=deadlock code=2": "nobody can ever run again: the runtime sees that and ends the program"
        because "A circle of waiting never ends. Take locks in one order everywhere (say, fork before spoon), and no circle can close."
    "11_leak" "A goroutine that nobody waits for" procs 1 seed Some(1), every 0
        ask "Two goroutines send an answer, main takes one. What becomes of the other sender?"
        ["it waits as long as the program runs", "it ends: nobody wants its value", "a deadlock is reported"] answer 0
        see "ChanSend" "ask" "answers" "answers <- name" "how=direct peer=main": "one answer reaches main"
        see "GoBlock" "ask" "answers" "answers <- name" "why=chan-send": "the other sender waits: nobody will ever receive"
        see "ProgramEnd" "" "" "" "": "main returns while it still waits; in a server it would wait for ever"
        because "A goroutine ends only when its function returns. Give the channel room for all answers (make(chan string, 2)), or tell the others to stop with a context. There is no deadlock report as long as anybody can run."
    "12_mutex" "Queueing for a mutex" procs 2 seed Some(1), every 0
        ask "Three goroutines want the same mutex, and each holds it for 2 ms. In which order do the two that wait get it?"
        ["the last one first", "in the order in which they came", "at random"] answer 1
        see "MutexLock" "use" "mu" "mu.Lock()" "contended=false": "the first one finds it free"
        see "WaitEnter" "use" "mu" "" "queue=waiters front=false": "the second one joins the mutex's queue"
        see "WaitEnter" "use" "mu" "" "queue=waiters front=false": "the third one stands behind it"
        see "MutexUnlock" "use" "mu" "mu.Unlock()" "": "the first one gives it back"
        see "WaitLeave" "use" "mu" "" "g=use cancelled=false": "the head of the queue is woken"
        see "MutexLock" "use" "mu" "mu.Lock()" "contended=true": "and has it now"
        because "Waiters queue in order. Someone who is running just then may still snatch a free mutex; but after a waiter has failed for 1 ms, the mutex is handed on strictly in order."
    "13_pressure" "Back-pressure" procs 2 seed Some(1), every 0
        ask "produce is fast, main needs 1 ms for each job, the channel has room for 2. How far does produce get ahead?"
        ["as far as it likes: all 6 jobs", "not at all: each send waits", "two jobs, then it waits"] answer 2
        see "ChanSend" "produce" "jobs" "jobs <- n" "how=direct": "main waited: it gets the first job"
        see "ChanSend" "produce" "jobs" "jobs <- n" "how=buffer len=1": "the next ones go into the buffer"
        see "ChanSend" "produce" "jobs" "jobs <- n" "how=buffer len=2": "now it is full"
        see "GoBlock" "produce" "jobs" "jobs <- n" "why=chan-send": "produce has to wait"
        see "ChanRecv" "main" "jobs" "range jobs" "how=buffer peer=produce": "main takes a job; the free place goes to produce at once"
        because "A full buffer makes the producer as slow as the consumer. That is what a bounded queue is for: memory stays bounded, and work waits where it is made."
    "14_garbage" "Garbage" procs 2 seed Some(1), every 0
        ask "waste makes 500 nodes and keeps 5 of them. How does the collector find the other 495?"
        ["it counts who uses each node", "it follows all references and frees what it did not reach", "waste frees them when it returns"] answer 1
        see "StwStart" "" "" "" "why=garbage-collection": "every goroutine stops for a moment"
        see "GcStart" "" "" "" "": "the collection begins"
        see "GcEnd" "" "" "" "": "what no variable leads to is free again"
        see "StwEnd" "" "" "" "": "all go on"
        see "Output" "main" "" "" "text=5": "the five that are in the list are still there"
        because "The collector starts at the variables (roots) and marks everything it reaches; the rest is free. It never frees what a program can still use, and nobody has to free anything."
    "15_close" "close wakes everybody" procs 1 seed Some(1), every 0
        ask "Three runners wait to receive from start. main closes it. What happens?"
        ["one of them goes on", "all three go on", "all three panic"] answer 1
        see "GoBlock" "runner" "start" "<-start" "why=chan-receive": "each runner waits at the channel"
        see "GoBlock" "runner" "start" "<-start" "why=chan-receive": ""
        see "GoBlock" "runner" "start" "<-start" "why=chan-receive": ""
        see "ChanClose" "main" "start" "close(start)" "woken=3": "one close wakes all three"
        see "GoEnd" "runner" "" "" "": "and they run to their end"
        because "Receiving from a closed channel never waits: it gives the zero value. So close is a way to tell everybody at once. Sending on a closed channel panics; only the sender's side closes."
    "16_fairness" "Every 61st time" procs 1 seed Some(1), every 0
        ask "patient makes room once and stands in the global queue. busy keeps the processor's own queue full for ever. When does patient run again?"
        ["never: the own queue always goes first", "at once: the global queue goes first", "after about 60 others"] answer 2
        see "GoStop" "patient" "" "runtime.Gosched()" "": "patient makes room"
        see "GlobalPut" "" "" "" "gs=1": "and stands in the global queue"
        see "RunqGet" "" "" "" "slot=ring": "the own queue goes first, again and again"
        see "GlobalGet" "" "" "" "why=every-61st-round": "but every 61st round begins at the global queue"
        see "GoStart" "patient" "" "" "": "now it has its turn"
        because "The processor's own queue is quick to use, so it goes first. Every 61st round it does not: nobody starves. 61 is a prime, so that it does not fall into step with the program."
}
