//! What packages of gvm's library do not have and real Go 1.27 exports (`go doc -all` of each): a program that
//! asks for it is right, so it is never told that the name is undefined.
//!
//! A name that the library gets leaves the list (`tests/tests/library.rs`).

/// By import path: names of the package, and `Type.Name` for fields and methods.
pub const NAMES: &[(&str, &[&str])] = &[
    (
        "encoding/json",
        &[
            "CallMethodsWithLegacySemantics",
            "DefaultOptionsV1",
            "FormatByteArrayAsArray",
            "FormatBytesWithLegacySemantics",
            "FormatDurationAsNano",
            "MatchCaseSensitiveDelimiter",
            "MergeWithLegacySemantics",
            "OmitEmptyWithLegacySemantics",
            "Options",
            "ParseBytesWithLooseRFC4648",
            "ParseTimeWithLooseRFC3339",
            "ReportErrorsWithLegacySemantics",
            "StringifyWithLegacySemantics",
            "UnmarshalArrayFromAnyLength",
            "Number.UnmarshalJSONFrom",
        ],
    ),
    (
        "os",
        &[
            "ErrNoHandle",
            "OpenInRoot",
            "OpenRoot",
            "ProcAttr",
            "ProcessState",
            "Root",
            "StartProcess",
            "File.SyscallConn",
            "Process.Wait",
            "Process.WithHandle",
        ],
    ),
    (
        "runtime",
        &[
            "BlockProfile",
            "BlockProfileRecord",
            "CPUProfile",
            "GoroutineProfile",
            "MemProfile",
            "MemProfileRecord",
            "MutexProfile",
            "Pinner",
            "ReadTrace",
            "SetBlockProfileRate",
            "SetCPUProfileRate",
            "SetCgoTraceback",
            "SetDefaultGOMAXPROCS",
            "SetMutexProfileFraction",
            "StackRecord",
            "StartTrace",
            "StopTrace",
            "ThreadCreateProfile",
        ],
    ),
    (
        "runtime/debug",
        &[
            "BuildInfo",
            "BuildSetting",
            "CrashOptions",
            "Module",
            "ParseBuildInfo",
            "ReadBuildInfo",
            "SetCrashOutput",
            "SetMaxThreads",
            "SetMemoryLimit",
            "SetPanicOnFault",
            "WriteHeapDump",
        ],
    ),
    (
        "runtime/pprof",
        &[
            "Lookup",
            "NewProfile",
            "Profile",
            "Profiles",
            "StartCPUProfile",
            "StopCPUProfile",
            "WriteHeapProfile",
        ],
    ),
];

/// What is said where a program uses `name`, which real Go has.
pub fn refusal(path: &str, name: &str) -> Option<String> {
    let (_, names) = NAMES.iter().find(|n| n.0 == path)?;
    names.contains(&name).then(|| {
        let package = path.rsplit('/').next().unwrap_or(path);
        format!(
            "not supported by gvm: {package}.{name} (gvm's package {path} does not have it yet)"
        )
    })
}
