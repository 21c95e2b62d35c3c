//! `--trace=FILE.pftrace`, read by a decoder that shares nothing with the writer: every packet can be
//! read, times never fall, slices begin and end, arrows have two ends, and what the log says is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use gvm_tests::{cases, run_with_timeout};
use gvm_trace::{Event, Log, perfetto};

/// A message's fields: number, and a number or bytes.
enum Field<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

fn number(b: &mut &[u8]) -> u64 {
    let mut n = 0;
    for shift in (0..70).step_by(7) {
        let (&first, rest) = b.split_first().expect("a number goes on");
        *b = rest;
        n |= u64::from(first & 127) << shift;
        if first < 128 {
            return n;
        }
    }
    panic!("a number is too long")
}

fn message(mut b: &[u8]) -> Vec<(u64, Field<'_>)> {
    let mut out = Vec::new();
    while !b.is_empty() {
        let key = number(&mut b);
        let field = match key & 7 {
            0 => Field::Number(number(&mut b)),
            1 => {
                let (n, rest) = b.split_first_chunk::<8>().expect("eight bytes");
                b = rest;
                Field::Number(u64::from_le_bytes(*n))
            }
            2 => {
                let n = number(&mut b) as usize;
                let (text, rest) = b.split_at_checked(n).expect("that many bytes");
                b = rest;
                Field::Bytes(text)
            }
            wire => panic!("wire type {wire}"),
        };
        out.push((key >> 3, field));
    }
    out
}

fn one(m: &[(u64, Field<'_>)], field: u64) -> Option<u64> {
    m.iter().find_map(|(f, v)| match v {
        Field::Number(n) if *f == field => Some(*n),
        _ => None,
    })
}

fn part<'a>(m: &[(u64, Field<'a>)], field: u64) -> Option<&'a [u8]> {
    m.iter().find_map(|(f, v)| match v {
        Field::Bytes(b) if *f == field => Some(*b),
        _ => None,
    })
}

fn text(m: &[(u64, Field<'_>)], field: u64) -> String {
    part(m, field).map_or(String::new(), |b| String::from_utf8(b.to_vec()).expect("UTF-8"))
}

/// Tracks by number: name and parent.
type Tracks = BTreeMap<u64, (String, u64)>;

#[derive(Default)]
struct Found {
    tracks: Tracks,
    /// Slices by track: name, begin, end.
    slices: BTreeMap<u64, Vec<(String, u64, u64)>>,
    /// Counters by track: values.
    counts: BTreeMap<u64, Vec<u64>>,
    flows: BTreeMap<u64, (u64, u64)>,
}

fn decode(bytes: &[u8]) -> Found {
    let mut found = Found::default();
    let mut open: BTreeMap<u64, Vec<(String, u64)>> = BTreeMap::new();
    let mut last = 0;
    for (f, packet) in message(bytes) {
        let (1, Field::Bytes(packet)) = (f, packet) else { panic!("field {f} of the trace") };
        let packet = message(packet);
        assert!(one(&packet, 10).is_some_and(|n| n != 0), "a packet belongs to a sequence");
        if let Some(d) = part(&packet, 60) {
            let d = message(d);
            let (track, parent) = (one(&d, 1).expect("a uuid"), one(&d, 5).unwrap_or(0));
            assert!(parent == 0 || found.tracks.contains_key(&parent), "a parent comes first");
            let old = found.tracks.insert(track, (text(&d, 2), parent));
            assert!(old.is_none(), "track {track} twice");
            continue;
        }
        let time = one(&packet, 8).expect("a time");
        assert!(time >= last, "time falls from {last} to {time}");
        last = time;
        let e = message(part(&packet, 11).expect("a track event"));
        let track = one(&e, 11).expect("a track");
        assert!(found.tracks.contains_key(&track), "track {track} is described");
        for (field, v) in &e {
            let Field::Number(n) = v else { continue };
            let flow = found.flows.entry(*n);
            match field {
                47 => flow.or_default().0 += 1,
                48 => flow.or_default().1 += 1,
                _ => {}
            }
        }
        match one(&e, 9) {
            Some(1) => open.entry(track).or_default().push((text(&e, 23), time)),
            Some(2) => {
                let open = open.get_mut(&track).expect("a track with slices");
                let (name, begin) = open.pop().expect("an end has a begin");
                // Only moments are in another slice.
                assert!(open.is_empty() || begin == time && open.len() == 1, "{name} in {open:?}");
                found.slices.entry(track).or_default().push((name, begin, time));
            }
            Some(4) => found.counts.entry(track).or_default().push(one(&e, 30).expect("a value")),
            other => panic!("an event of type {other:?}"),
        }
    }
    assert!(open.values().all(Vec::is_empty), "slices without an end: {open:?}");
    found
}

fn compare(name: &str, log: &Log) {
    let found = decode(&perfetto::write(log));
    let track = |wanted: &str| {
        let t = found
            .tracks
            .iter()
            .find(|(_, (n, _))| n == wanted || n.starts_with(&format!("{wanted} ")));
        *t.unwrap_or_else(|| panic!("{name}: no track {wanted}")).0
    };
    for (id, (begin, end)) in &found.flows {
        assert_eq!((*begin, *end), (1, 1), "{name}: flow {id}");
    }
    // Every start is a slice of its goroutine; its arrow comes from the wake-up before it.
    let mut runs: BTreeMap<u64, u64> = BTreeMap::new();
    let (mut asked, mut arrows) = (BTreeMap::new(), 0);
    for r in &log.records {
        match &r.event {
            Event::GoCreate { g, .. } | Event::GoUnblock { g, .. } => _ = asked.insert(*g, ()),
            Event::GoStart { g, .. } => {
                arrows += asked.remove(g).is_some() as usize;
                *runs.entry(*g).or_default() += 1;
            }
            Event::SyscallExit { .. } => *runs.entry(r.g).or_default() += 1,
            _ => {}
        }
    }
    assert_eq!(found.flows.len(), arrows, "{name}: arrows");
    for (g, n) in runs {
        let slices = &found.slices[&track(&format!("G{g}"))];
        let running = slices.iter().filter(|(n, _, _)| n.starts_with("running")).count() as u64;
        assert_eq!(running, n, "{name}: G{g} runs");
    }
    assert!(found.slices.contains_key(&track("P0")) && found.slices.contains_key(&track("M0")));
}

#[test]
fn a_decoder_of_its_own_reads_every_trace() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("perfetto");
    std::fs::create_dir_all(&dir).expect("scratch folder");
    let list = cases().expect("corpus");
    let mut tried = 0;
    for case in list.iter().filter(|c| c.name.starts_with("concurrency/") && !c.is_compile_error())
    {
        // Real threads are tried with some: their runs take longer.
        let threads = (tried % 8 == 0).then_some("--procs=2");
        for options in ["--seed=3"].into_iter().chain(threads) {
            let (folder, program) = case.place();
            let file = dir.join("run.gvmlog");
            let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
            let trace = format!("--trace={}", file.display());
            command.current_dir(folder).args(["run", &trace, options, &program]);
            run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts");
            let bytes = std::fs::read(&file).expect("the log");
            compare(&format!("{} {options}", case.name), &Log::read(&bytes).expect("a log"));
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn queues_heap_and_groups_have_their_tracks() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("perfetto");
    std::fs::create_dir_all(&dir).expect("scratch folder");
    let program = "package main\n\nimport (\n\t\"runtime\"\n\t\"sync\"\n)\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\tfor range 20 {\n\t\twg.Go(func() { _ = make([]byte, 1000) })\n\t}\n\twg.Wait()\n\truntime.GC()\n}\n";
    std::fs::write(dir.join("tracks.go"), program).expect("the program");
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.current_dir(&dir).args([
        "run",
        "--seed=1",
        "--procs=1",
        "--trace=t.pftrace",
        "tracks.go",
    ]);
    assert_eq!(run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts").exit, 0);
    let found = decode(&std::fs::read(dir.join("t.pftrace")).expect("the trace"));
    let track =
        |wanted: &str| *found.tracks.iter().find(|(_, (n, _))| n == wanted).expect(wanted).0;
    // Twenty in a row: one in runnext, the others in the ring.
    assert_eq!(found.counts[&track("P0 run queue")].iter().max(), Some(&20));
    assert!(found.counts[&track("heap in use")].iter().all(|&n| n > 0));
    assert!(found.counts.contains_key(&track("heap goal")));
    let root = track("gvm");
    for group in ["Processors (P)", "Threads (M)", "Goroutines (G)"] {
        assert_eq!(found.tracks[&track(group)].1, root);
    }
}

/// Perfetto's own reader finds no fault, and as many slices, arrows and values, as long and as large, as the decoder here.
/// `PERFETTO` names the folder of its page with `engine_bundle.js`; it runs under node.
#[test]
fn perfetto_itself_reads_every_trace() {
    let Some(engine) = std::env::var_os("PERFETTO") else { return };
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("perfetto-itself");
    std::fs::create_dir_all(&dir).expect("scratch folder");
    let list = cases().expect("corpus");
    let list = list.iter().filter(|c| c.name.starts_with("concurrency/") && !c.is_compile_error());
    let (mut names, mut wanted, mut files) = (Vec::new(), Vec::new(), String::new());
    for case in list {
        let (folder, program) = case.place();
        let file = dir.join(format!("{}.pftrace", names.len()));
        let options = ["--seed=5", "--procs=3"][names.len() % 2];
        let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
        let trace = format!("--trace={}", file.display());
        command.current_dir(folder).args(["run", &trace, options, &program]);
        run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts");
        let found = decode(&std::fs::read(&file).expect("the trace"));
        let slices = found.slices.values().flatten();
        let (count, time) = slices.fold((0u64, 0), |(n, t), s| (n + 1, t + s.2 - s.1));
        let counters = found.counts.values().flatten();
        let (values, sum) = counters.fold((0, 0), |(n, t), v| (n + 1, t + v));
        let used: BTreeSet<u64> = found.slices.keys().chain(found.counts.keys()).copied().collect();
        let lane = |n: &&str| n.starts_with(['G', 'P', 'M']) && n.as_bytes()[1].is_ascii_digit();
        let mut lanes: Vec<&str> = used.iter().map(|t| &*found.tracks[t].0).filter(lane).collect();
        lanes.sort_unstable();
        wanted.push([
            String::new(),
            format!("{count}\t{time}"),
            format!("{values}\t{sum}"),
            "0".into(),
            found.flows.len().to_string(),
            lanes.join("\n"),
        ]);
        names.push(format!("{} {options}", case.name));
        files += &format!("{}\n", file.display());
    }
    assert!(names.len() > 30, "{names:?}");
    let traces = dir.join("traces");
    std::fs::write(&traces, files).expect("the list");
    // One process for all: it takes a second until it can read the first.
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/perfetto/query.mjs");
    let mut command = Command::new("node");
    command.arg(&script).arg(&engine).arg(&traces).args([
        "select name, value from stats where severity in ('error', 'data_loss') and value > 0",
        "select count(*), sum(dur) from slice",
        "select count(*), cast(sum(value) as int) from counter",
        "select count(*) from slice where dur < 0",
        "select count(*) from flow",
        "select name from track where name glob '[GPM][0-9]*' and (id in (select track_id from slice) \
         or id in (select track_id from counter)) order by name",
    ]);
    let end = run_with_timeout(command, Duration::from_secs(300)).expect("node starts");
    assert_eq!(end.exit, 0, "{}", end.stderr);
    let told: Vec<&str> = end.stdout.split_terminator('\x0c').collect();
    assert_eq!(told.len(), names.len());
    for ((name, wanted), told) in names.iter().zip(wanted).zip(told) {
        // Thousands of lines would say less than the first one that differs.
        let wanted = wanted.join("\n\n") + "\n\n";
        let differs = wanted.lines().zip(told.lines()).find(|(a, b)| a != b);
        assert_eq!(differs, None, "{name}: ours, theirs");
        assert_eq!(wanted.len(), told.len(), "{name}");
    }
}
