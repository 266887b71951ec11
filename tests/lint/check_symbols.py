# SPDX-License-Identifier: Apache-2.0
"""Proves on the archive that the library neither prints, exits nor reads the environment.

  check_symbols.py libtamis.a

Every symbol that our own objects leave undefined is compared by its whole name. What is allowed
beside it and why: snprintf and strerror_r write to a buffer of the caller; std::ostream without
cout is a stream of the caller; std::terminate, __assert_fail and std::__glibcxx_assert_fail end a
program that broke a precondition (they are what `noexcept`, assert and the hardened standard
library compile to); __cxa_guard_abort only releases a static's guard.
"""
import re
import subprocess
import sys

FORBIDDEN = {
    'prints': '''stdout stderr stdin std::cout std::cerr std::clog std::cin std::wcout std::wcerr std::wclog
        printf vprintf puts putchar putc fputc fputs fprintf vfprintf fwrite_unlocked dprintf vdprintf perror psignal
        __printf_chk __vprintf_chk __fprintf_chk __vfprintf_chk __dprintf_chk syslog
        std::ios_base::Init::Init''',
    'exits': 'exit _exit _Exit quick_exit abort raise kill std::exit atexit pthread_exit system popen execve fork',
    'reads the environment': 'getenv secure_getenv __secure_getenv environ __environ setenv putenv unsetenv clearenv',
    'changes the process': 'setlocale chdir fchdir umask signal sigaction srand rand',
}
REASON = {name: reason for reason, names in FORBIDDEN.items() for name in names.split()}
LINE = re.compile(r'^\s*[0-9a-f]*\s*([A-Za-z?])\s+(.*)$')


def undefined_symbols(archive):
    """(object, symbol) pairs; a signature and a symbol version are cut off."""
    out = subprocess.run(['nm', '-C', '-u', archive], check=True, stdout=subprocess.PIPE, text=True).stdout
    member = '?'
    for line in out.splitlines():
        match = LINE.match(line)
        if match:
            yield member, re.sub(r'[(@].*', '', match.group(2))
        elif line.strip().endswith(':'):
            member = line.strip()[:-1]


def faults(archive):
    symbols = list(undefined_symbols(archive))
    if not symbols:
        return ['%s: no undefined symbol at all: is it the library?' % archive]
    return sorted({'%s: %s %s' % (member, REASON[name], name) for member, name in symbols if name in REASON})


def main():
    found = faults(sys.argv[1])
    for line in found:
        print(line)
    print('check_symbols: %d fault%s' % (len(found), '' if len(found) == 1 else 's'))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
