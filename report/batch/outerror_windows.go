package batch

import "golang.org/x/sys/windows"

func diskTroubles() []diskTrouble {
	return []diskTrouble{{windows.ERROR_DISK_FULL, diskFull}, {windows.ERROR_HANDLE_DISK_FULL, diskFull},
		{windows.ERROR_DISK_QUOTA_EXCEEDED, diskFull}, {windows.ERROR_WRITE_PROTECT, readOnly},
		{windows.ERROR_SHARING_VIOLATION, openElsewhere}, {windows.ERROR_LOCK_VIOLATION, openElsewhere},
		{windows.ERROR_USER_MAPPED_FILE, openElsewhere}, {windows.ERROR_NETNAME_DELETED, vanished}, {windows.ERROR_BAD_NETPATH, vanished},
		{windows.ERROR_BAD_NET_NAME, vanished}, {windows.ERROR_DEV_NOT_EXIST, vanished}, {windows.ERROR_UNEXP_NET_ERR, vanished},
		{windows.ERROR_NOT_READY, vanished}, {windows.ERROR_PATH_NOT_FOUND, vanished}}
}
