//go:build !windows

package batch

import "syscall"

func diskTroubles() []diskTrouble {
	return []diskTrouble{{syscall.ENOSPC, diskFull}, {syscall.EDQUOT, diskFull}, {syscall.EROFS, readOnly},
		{syscall.ETXTBSY, openElsewhere}, {syscall.EBUSY, openElsewhere}, {syscall.EIO, vanished}, {syscall.ESTALE, vanished},
		{syscall.ENOTCONN, vanished}, {syscall.EHOSTDOWN, vanished}, {syscall.ENODEV, vanished}, {syscall.ENXIO, vanished}}
}
