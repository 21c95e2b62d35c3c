package trace

import (
	"errors"
	"io"
	"sync"
	"time"
)

func flightStart(minAge int64, maxBytes uint64) bool
func flightStop()
func flightCut()
func flightData() string

// FlightRecorder keeps the newest events, so that they can be written when something has gone wrong.
type FlightRecorder struct {
	config  FlightRecorderConfig
	mu      sync.Mutex // of enabled
	enabled bool
	// Held by the one that writes; Stop waits for it.
	writing sync.Mutex
}

// FlightRecorderConfig says how much a FlightRecorder keeps.
type FlightRecorderConfig struct {
	// MinAge is the age up to which events are kept, if they fit; 0: some seconds.
	MinAge time.Duration
	// MaxBytes is the most that WriteTo writes, if the newest events fit, whatever their age; 0: some megabytes.
	MaxBytes uint64
}

// NewFlightRecorder makes a recorder that does not record yet.
func NewFlightRecorder(cfg FlightRecorderConfig) *FlightRecorder {
	if cfg.MinAge <= 0 {
		cfg.MinAge = 10 * time.Second
	}
	if cfg.MaxBytes == 0 {
		cfg.MaxBytes = 10 << 20
	}
	return &FlightRecorder{config: cfg}
}

// Start begins to record. Only one recorder may do so at a time; Start of the package may, too.
func (fr *FlightRecorder) Start() error {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	if fr.enabled {
		return errors.New("cannot enable a enabled flight recorder")
	}
	if !flightStart(int64(fr.config.MinAge), fr.config.MaxBytes) {
		return errors.New("flight recorder already enabled")
	}
	settle()
	fr.enabled = true
	return nil
}

// Stop ends the recording, after a WriteTo that goes on.
func (fr *FlightRecorder) Stop() {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	if !fr.enabled {
		return
	}
	fr.writing.Lock()
	defer fr.writing.Unlock()
	fr.enabled = false
	flightStop()
	settle()
}

// Enabled reports whether the recorder records.
func (fr *FlightRecorder) Enabled() bool {
	fr.mu.Lock()
	defer fr.mu.Unlock()
	return fr.enabled
}

// WriteTo writes what happened last, as go tool trace reads it.
func (fr *FlightRecorder) WriteTo(w io.Writer) (n int64, err error) {
	fr.mu.Lock()
	if !fr.enabled {
		fr.mu.Unlock()
		return 0, errors.New("cannot snapshot a disabled flight recorder")
	}
	if !fr.writing.TryLock() {
		fr.mu.Unlock()
		return 0, errors.New("call to WriteTo for trace.FlightRecorder already in progress")
	}
	defer fr.writing.Unlock()
	fr.mu.Unlock()
	flightCut()
	settle()
	written, err := io.WriteString(w, flightData())
	return int64(written), err
}
