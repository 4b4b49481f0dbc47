// Another hour for a program that reads the system's clock: LD_PRELOAD this, CLOCK_SHIFT is in seconds. The server has
// no way to be told the time, and shall have none.
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *at) {
  long said = syscall(SYS_clock_gettime, clock, at);
  const char *shift = getenv("CLOCK_SHIFT");
  if (said == 0 && clock == CLOCK_REALTIME && shift) at->tv_sec += atol(shift);
  return (int)said;
}
