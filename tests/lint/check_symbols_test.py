# SPDX-License-Identifier: Apache-2.0
"""Compiles small offenders and sees that check_symbols names each; and an innocent that passes.

  check_symbols_test.py COMPILER
"""
import os
import subprocess
import sys
import tempfile
import unittest

import check_symbols

COMPILER = sys.argv.pop(1) if len(sys.argv) > 1 else 'c++'
OFFENDERS = {
    'printf': '#include <cstdio>\nvoid f(int n) { std::printf("%d", n); }',
    'puts': '#include <cstdio>\nvoid f() { std::puts("x"); }',
    'stdout': '#include <cstdio>\nFILE* f() { return stdout; }',
    'std::cout': '#include <iostream>\nvoid f() { std::cout << 1; }',
    'std::cerr': '#include <iostream>\nvoid f() { std::cerr << 1; }',
    'exit': '#include <cstdlib>\nvoid f() { std::exit(1); }',
    'abort': '#include <cstdlib>\nvoid f() { std::abort(); }',
    'getenv': '#include <cstdlib>\nchar* f() { return std::getenv("HOME"); }',
}
INNOCENT = '''#include <cassert>
#include <cstdio>
#include <ostream>
#include <string>
namespace tamis { void exit(); void printf(int); }
int f(char* b, int n) { assert(n > 0); return std::snprintf(b, 4, "%d", n); }
void g(std::ostream& out) { out << std::string(3, 'x'); tamis::exit(); tamis::printf(1); }
const std::string& h() { static const std::string s(100, 'y'); return s; }'''


class CheckSymbols(unittest.TestCase):
    def faults_of(self, code):
        with tempfile.TemporaryDirectory() as folder:
            source, archive = (os.path.join(folder, n) for n in ('x.cc', 'libx.a'))
            with open(source, 'w', encoding='utf-8') as handle:
                handle.write(code)
            subprocess.run([COMPILER, '-std=c++20', '-O1', '-c', source, '-o', source + '.o'], check=True)
            subprocess.run(['ar', 'qc', archive, source + '.o'], check=True)
            return check_symbols.faults(archive)

    def test_each_offender_is_named(self):
        for symbol, code in OFFENDERS.items():
            with self.subTest(symbol):
                self.assertTrue(any(f.endswith(' ' + symbol) for f in self.faults_of(code)), self.faults_of(code))

    def test_an_innocent_passes(self):
        self.assertEqual(self.faults_of(INNOCENT), [])


if __name__ == '__main__':
    unittest.main()
