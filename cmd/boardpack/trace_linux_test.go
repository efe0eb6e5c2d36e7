package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// tracer watches a run of the program as a debugger does, and kills it just before a write of its choice: a file made, filled, synced, renamed
// or taken away under the folder.
type tracer struct {
	pid    int
	dir    string
	killAt int // the write before which it is killed, from 1; 0: none
	writes int // so far
}

// killedBefore runs the program in a folder and kills it before its n-th write; 0 lets it end. It gives the writes that were seen and whether
// the run was killed.
func killedBefore(t *testing.T, dir string, n int, args ...string) (writes int, killed bool) {
	t.Helper()
	runtime.LockOSThread() // a process is traced by one thread
	defer runtime.UnlockOSThread()
	path, err := os.Executable()
	require.NoError(t, err)
	nowhere, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	require.NoError(t, err)
	defer nowhere.Close()
	pid, err := syscall.ForkExec(path, append([]string{"boardpack"}, args...), &syscall.ProcAttr{Dir: dir, Env: os.Environ(),
		Files: []uintptr{nowhere.Fd(), nowhere.Fd(), nowhere.Fd()}, Sys: &syscall.SysProcAttr{Ptrace: true, Setpgid: true}})
	if err != nil {
		t.Skipf("a process cannot be traced here: %v", err)
	}
	real, err := filepath.EvalSymlinks(dir)
	require.NoError(t, err)
	r := &tracer{pid: pid, dir: real, killAt: n}
	status := r.follow(t)
	if n == 0 {
		require.True(t, status.Exited() && status.ExitStatus() == exitDone, "the run ends well: %v", status)
	}
	return r.writes, status.Signaled() && status.Signal() == syscall.SIGKILL
}

// follow lets the run go from one call of the system to the next, until it has ended.
func (r *tracer) follow(t *testing.T) syscall.WaitStatus {
	t.Helper()
	started := false
	for {
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(-r.pid, &status, syscall.WALL, nil) // any thread of the run
		if err == syscall.EINTR {
			continue
		}
		require.NoError(t, err)
		if !status.Stopped() {
			if pid == r.pid {
				return status
			}
			continue
		}
		if !started {
			started = true
			const sysGood, clone, exitKill = 0x1, 0x8, 0x100000
			require.NoError(t, syscall.PtraceSetOptions(pid, sysGood|clone|exitKill))
		}
		pass := 0
		switch signal := status.StopSignal(); signal {
		case syscall.SIGTRAP | 0x80:
			if r.isWrite(pid) {
				if r.writes++; r.writes == r.killAt {
					require.NoError(t, syscall.Kill(r.pid, syscall.SIGKILL))
					continue
				}
			}
		case syscall.SIGTRAP, syscall.SIGSTOP:
		default:
			pass = int(signal)
		}
		if err := syscall.PtraceSyscall(pid, pass); err != syscall.ESRCH { // it may just have been killed
			require.NoError(t, err)
		}
	}
}

// systemCall is what the kernel says of a call at which a thread has stopped (struct ptrace_syscall_info).
type systemCall struct {
	op        uint8 // 1 where it is about to be made
	_         [23]byte
	number    uint64
	arguments [6]uint64
	_         uint64
}

// isWrite tells whether a thread is about to change something on the disk.
func (r *tracer) isWrite(pid int) bool {
	var c systemCall
	const entry = 1
	_, _, errno := syscall.Syscall6(syscall.SYS_PTRACE, unix.PTRACE_GET_SYSCALL_INFO, uintptr(pid), unsafe.Sizeof(c), uintptr(unsafe.Pointer(&c)), 0, 0)
	if errno != 0 || c.op != entry {
		return false
	}
	switch c.number {
	case unix.SYS_OPENAT:
		return c.arguments[2]&syscall.O_CREAT != 0
	case unix.SYS_WRITE, unix.SYS_PWRITE64, unix.SYS_FSYNC, unix.SYS_FTRUNCATE:
		to, err := os.Readlink("/proc/" + strconv.Itoa(pid) + "/fd/" + strconv.FormatUint(c.arguments[0], 10))
		return err == nil && strings.HasPrefix(to, r.dir+"/")
	}
	return slices.Contains([]uint64{unix.SYS_MKDIRAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_UNLINKAT, unix.SYS_LINKAT, unix.SYS_FCHMODAT}, c.number)
}
