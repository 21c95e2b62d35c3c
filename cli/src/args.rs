//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  gvm run hello.go                 compile and run a program
  gvm hello.go                     the same
  gvm run . -- -v input.txt        run the package here with arguments
  echo 'package main …' | gvm run -   run standard input
  gvm run --seed 7 race.go         one thread, virtual time: the same run every time
  gvm trace race.go                run it and write race.html, a page that shows what happened and why
  gvm learn 1                      a lesson about goroutines
  gvm run --trace=out.trace a.go   record the schedule for `go tool trace`
  gvm run --trace=out.pftrace a.go the same for ui.perfetto.dev
  gvm run --flight=f.gvmlog a.go   keep the newest events; write them at a panic, deadlock or SIGQUIT
  gvm run --replay=f.gvmlog a.go   run it again as it was recorded; stop at the first event that differs
  gvm disasm hello.go              show the bytecode, beside the source
  gvm disasm --html --open a.go    the same as a page
  gvm disasm --raw hello.go >hello.gvmasm   all of it, as text
  gvm asm hello.gvmasm             run bytecode from its text
  gvm explain loop.lt              what an op does
  gvm test -v ./...                run the tests of all packages here
  gvm check *.go                   only report errors";

#[derive(Parser)]
#[command(name = "gvm", version, about = "Runs, watches and explains Go programs.", before_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Compile and run a program
    Run(RunArgs),
    /// Report errors, run nothing
    Check(CheckArgs),
    /// Show the bytecode of a program
    Disasm(DisasmArgs),
    /// Run a program and write a page that shows what happened; convert, check, search recorded schedules
    Trace(TraceArgs),
    /// Sixteen lessons about goroutines, each with a program, a question and the events that answer it
    Learn(LearnArgs),
    /// Run bytecode written as text
    Asm(AsmArgs),
    /// Say what an op does; all of them without a name
    Explain(ExplainArgs),
    /// Run the tests of packages, as go test does: gvm test [flags] [packages]
    #[command(disable_help_flag = true)]
    Test(TestArgs),
    /// Run a test program in its package's folder
    #[command(hide = true)]
    TestProgram(TestProgramArgs),
    /// Print the version
    Version,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LoopArg {
    /// The fast one
    Threaded,
    Match,
    /// Counts every instruction
    Instrumented,
}

#[derive(Args, Default)]
pub struct RunArgs {
    /// One thread, simulated processors, virtual time: the same seed gives the same run
    #[arg(long)]
    pub seed: Option<u64>,
    /// GOMAXPROCS at the start
    #[arg(long)]
    pub procs: Option<u32>,
    /// Switch goroutines after N instructions on average (implies a seed and the instrumented loop)
    #[arg(long, value_name = "N")]
    pub preempt_every: Option<u64>,
    /// Which interpreter loop
    #[arg(long = "loop", value_enum)]
    pub looping: Option<LoopArg>,
    /// Record the schedule: FILE.html for a page to look at, .trace for `go tool trace`, .pftrace for ui.perfetto.dev, .txt to read, .jsonl, .gvmlog for `gvm trace`; .svg, .dot, .mmd: who waits for whom at the end
    #[arg(long, value_name = "FILE")]
    pub trace: Option<std::path::PathBuf>,
    /// Record, but keep only the newest events, and write them (formats as for --trace) when the program panics,
    /// deadlocks or gets SIGQUIT
    #[arg(long, value_name = "FILE", conflicts_with_all = ["trace", "explain", "seeds"])]
    pub flight: Option<std::path::PathBuf>,
    /// Bytes of events that --flight keeps: 8M if not given; K, M, G
    #[arg(long, value_name = "SIZE", requires = "flight", value_parser = crate::flight::size)]
    pub flight_size: Option<u64>,
    /// Run the program again as FILE.gvmlog recorded it, with a seed or on real threads: with its options, arguments,
    /// times, random numbers and what it read; stop at the first event that differs (exit status 3)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["seed", "procs", "preempt_every", "looping", "flight", "seeds",
        "slice", "virtual_time", "no_steal", "no_runnext", "global_every", "gc_stress"])]
    pub replay: Option<std::path::PathBuf>,
    /// Run with each of the seeds and count the distinct outcomes: 1..200
    #[arg(long, value_name = "A..B", conflicts_with_all = ["seed", "trace"])]
    pub seeds: Option<String>,
    /// After a deadlock: who waits for whom, on what, held since where (a terminal is told unasked, unless there were too many events)
    #[arg(long)]
    pub explain: bool,
    /// At the end: goroutines that could never have run again
    #[arg(long)]
    pub leaks: bool,
    /// With a seed: polls (loop turns and calls) in a time slice
    #[arg(long, value_name = "N")]
    pub slice: Option<u64>,
    /// Time passes only when nothing can run (implies a seed)
    #[arg(long)]
    pub virtual_time: bool,
    /// No P steals work from another
    #[arg(long)]
    pub no_steal: bool,
    /// New and woken goroutines queue at the tail, not in runnext
    #[arg(long)]
    pub no_runnext: bool,
    /// Look at the global queue first every N rounds (Go: 61); 0: never
    #[arg(long, value_name = "N")]
    pub global_every: Option<u32>,
    /// A line about the scheduler every so many milliseconds, as with GODEBUG=schedtrace=MS
    #[arg(long, value_name = "MS")]
    pub schedtrace: Option<u64>,
    /// Collect garbage at every chance, and overwrite what is freed
    #[arg(long, hide = true)]
    pub gc_stress: bool,
    /// Check the bytecode before it runs (debug builds always do)
    #[arg(long, hide = true)]
    pub verify: bool,
    /// Write how the program ended, "main returned" or "exit N", to a file
    #[arg(long, hide = true, value_name = "FILE")]
    pub ending: Option<std::path::PathBuf>,
    /// .go files of one package, a directory, or - for standard input; then the program's arguments
    #[arg(
        required = true,
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILE… | DIR | -"
    )]
    pub program: Vec<String>,
}

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct TraceArgs {
    #[command(subcommand)]
    pub command: Option<TraceCommand>,
    #[command(flatten)]
    pub page: PageArgs,
}

/// Of `gvm trace prog.go`.
#[derive(Args)]
pub struct PageArgs {
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
    /// Where the page goes; otherwise the program's name with .html
    #[arg(long, short, value_name = "FILE.html")]
    pub output: Option<std::path::PathBuf>,
    /// The same seed gives the same run
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// GOMAXPROCS at the start
    #[arg(long)]
    pub procs: Option<u32>,
    /// Switch goroutines every N instructions
    #[arg(long, value_name = "N")]
    pub preempt_every: Option<u64>,
    /// .go files of one package, a directory, or - for standard input; then the program's arguments
    #[arg(
        required = true,
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILE… | DIR | -"
    )]
    pub program: Vec<String>,
}

#[derive(Subcommand)]
pub enum TraceCommand {
    /// Write a .gvmlog as .html, .trace, .pftrace, .txt or .jsonl; as .svg, .dot or .mmd: who waits for whom at the end
    Convert { from: std::path::PathBuf, to: std::path::PathBuf },
    /// Replay a .gvmlog in a model of the scheduler and compare all queues
    Check { log: std::path::PathBuf },
    /// Counts, times of goroutines, latencies
    Stats { log: std::path::PathBuf },
    /// Show events by kind, goroutine, P, M, object or text
    Grep {
        log: std::path::PathBuf,
        /// A kind of `gvm help trace-events`; may be given several times
        #[arg(long)]
        kind: Vec<String>,
        /// Of this goroutine, or about it
        #[arg(long)]
        g: Option<u64>,
        #[arg(long)]
        p: Option<u64>,
        #[arg(long)]
        m: Option<u64>,
        /// Channel or lock number
        #[arg(long)]
        object: Option<u64>,
        /// In the line as shown
        #[arg(long)]
        text: Option<String>,
    },
    /// The first event in which two logs differ
    Diff { a: std::path::PathBuf, b: std::path::PathBuf },
    /// What happened at an event and why, and the queues there
    Explain {
        log: std::path::PathBuf,
        /// Number of the event
        #[arg(long)]
        at: u64,
    },
}

#[derive(Args)]
pub struct TestArgs {
    /// Flags and packages as go test takes them; also --seed, --procs, --loop, --preempt-every
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub args: Vec<String>,
}

#[derive(Args)]
pub struct TestProgramArgs {
    #[arg(long)]
    pub seed: Option<u64>,
    #[arg(long)]
    pub procs: Option<u32>,
    #[arg(long)]
    pub preempt_every: Option<u64>,
    #[arg(long = "loop", value_enum)]
    pub looping: Option<LoopArg>,
    #[arg(long)]
    pub gc_stress: bool,
    /// The program's name
    #[arg(long)]
    pub name: String,
    /// The package: a folder or its files
    #[arg(long)]
    pub of: Vec<String>,
    /// The program's arguments
    #[arg(last = true)]
    pub args: Vec<String>,
}

#[derive(Args)]
pub struct CheckArgs {
    /// .go files of one package, or a directory
    #[arg(required = true)]
    pub program: Vec<String>,
    /// Report all errors, not ten
    #[arg(long)]
    pub all_errors: bool,
    /// The language version to check against, such as go1.21; otherwise what go.mod says
    #[arg(long, value_name = "go1.N")]
    pub lang: Option<String>,
    /// One JSON object a line on standard output
    #[arg(long)]
    pub json: bool,
    /// Also make code for everything in the package, and report what cannot be
    #[arg(long, hide = true)]
    pub code: bool,
}

const DISASM_EXAMPLES: &str = "\
Examples:
  gvm disasm hello.go                     the bytecode, with the source lines it was made of
  gvm disasm --func 'main\\.f$' a.go       one function; --func takes a regular expression
  gvm disasm --func fmt.Println a.go      one of the library that the program uses
  gvm disasm --line 12 a.go               what was made of one line, inlined or not
  gvm disasm --opt=0 a.go                 before inlining and the other passes
  gvm disasm --stage=types a.go           earlier: tokens, ast, types, ir
  gvm disasm --html --open a.go           a page with source and bytecode side by side
  gvm disasm --profile a.go               run it, and say how often each instruction was executed
  gvm disasm --cfg a.go | dot -Tsvg >a.svg   the basic blocks
  gvm disasm --json a.go | jq '.functions[].name'   for tools; gvm help disasm-json has the fields
  gvm disasm --raw a.go >a.gvmasm         all of the image, for gvm asm";

const DISASM_LEGEND: &str = "\
How to read the listing:
  r3(i)         register 3 of the frame, which holds the variable i; of what is written: will hold
  r0(s.ptr) r1(s.len)   a string is two registers, a slice three, an interface two
  r1(&n)        n is an object on the heap, its address is in register 1
  12  add …     cell 12 of the function; gvm explain add says what add does
  L1:  from 31 (loop)   cell 31 jumps here, backwards
  its r0 is r6  a call: arguments and results are in r6, r7, …, which are r0, r1, … of the callee
  safepoint, pointers r0 r2   the goroutine can stop here, and then these registers hold pointers
  polls         asks here whether it should give way to others
  ↳ f, inlined into line 21   instructions of f, which is not called but copied here
  24×           with --profile: executed so many times";

#[derive(Args)]
#[command(before_help = DISASM_EXAMPLES, after_help = DISASM_LEGEND)]
pub struct DisasmArgs {
    /// .go files of one package, a directory, or - for standard input; with --profile then the program's arguments
    #[arg(required = true, value_name = "FILE… | DIR | -")]
    pub program: Vec<String>,
    /// Functions whose name matches; otherwise all of the program's own
    #[arg(long, value_name = "RE", alias = "only")]
    pub func: Option<String>,
    /// Only what was made of this source line
    #[arg(long, value_name = "N | FILE:N")]
    pub line: Option<String>,
    /// 0: as lowering makes it, without inlining and the other passes
    #[arg(long, value_name = "0|1")]
    pub opt: Option<String>,
    /// What to show: tokens, ast, types, ir or bytecode
    #[arg(long, value_name = "STAGE")]
    pub stage: Option<String>,
    /// For tools, as `gvm help disasm-json` describes
    #[arg(long)]
    pub json: bool,
    /// One page with source and bytecode side by side, in NAME.disasm.html
    #[arg(long)]
    pub html: bool,
    /// The basic blocks as a graph for Graphviz
    #[arg(long)]
    pub cfg: bool,
    /// The whole image, in the form that `gvm asm` reads
    #[arg(long)]
    pub raw: bool,
    /// Run the program in the instrumented loop first, and say how often each instruction was executed
    #[arg(long)]
    pub profile: bool,
    /// With --profile: the same seed gives the same run
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Where the output goes; - is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<std::path::PathBuf>,
    /// With --html: open the page in the browser
    #[arg(long)]
    pub open: bool,
    /// The same as --stage=ir
    #[arg(long, hide = true)]
    pub ir: bool,
}

#[derive(Args)]
pub struct AsmArgs {
    /// Bytecode as `gvm disasm --raw` writes it
    pub file: std::path::PathBuf,
    /// Only check it and write it out again
    #[arg(long)]
    pub list: bool,
    /// Which interpreter loop
    #[arg(long = "loop", value_enum)]
    pub looping: Option<LoopArg>,
    /// The program's arguments
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub args: Vec<String>,
}

#[derive(Args)]
pub struct ExplainArgs {
    /// An op's mnemonic, or an intrinsic's name
    pub name: Option<String>,
}

#[derive(Args)]
pub struct LearnArgs {
    /// 1 to 16; the list of lessons without it
    pub lesson: Option<usize>,
    /// Your prediction; otherwise you are asked for it at a terminal
    #[arg(long, value_name = "a|b|c", value_parser = ["a", "b", "c"])]
    pub answer: Option<String>,
    /// Also write the page of the run
    #[arg(long, value_name = "FILE.html")]
    pub page: Option<std::path::PathBuf>,
    /// Only print the program
    #[arg(long)]
    pub program: bool,
}

/// `gvm file.go` is `gvm run file.go`.
pub fn with_default_command(mut args: Vec<String>) -> Vec<String> {
    if args.get(1).is_some_and(|a| a.ends_with(".go")) {
        args.insert(1, "run".into());
    }
    args
}
