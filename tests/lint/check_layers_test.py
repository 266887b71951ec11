# SPDX-License-Identifier: Apache-2.0
"""Plants violations in a copy of the tree and sees that scripts/check_layers catches each."""
import importlib.machinery
import importlib.util
import os
import shutil
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SPDX = '// SPDX-License-Identifier: Apache-2.0\n'


def load_check():
    loader = importlib.machinery.SourceFileLoader('check_layers', os.path.join(ROOT, 'scripts', 'check_layers'))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader('check_layers', loader))
    loader.exec_module(module)
    return module.check


# what is wrong: file, contents, part of the message
PLANTED = {
    'later stage': ('src/decode/x.cc', SPDX + '#include "tamis/segment.h"\n', 'segment comes after decode'),
    'private header of an earlier stage':
        ('src/segment/x.cc', SPDX + '#include "parse/planted.h"\n', 'private header of parse'),
    'foundation that looks up': ('src/base/x.cc', SPDX + '#include "json/json.h"\n', 'json comes after base'),
    'stage that includes cli': ('src/report/x.cc', SPDX + '#include "cli/planted.h"\n', 'cli is no stage'),
    'Gumbo outside parse': ('src/segment/x.cc', SPDX + '#include <gumbo.h>\n', 'gumbo.h is included under src/parse'),
    're2 outside base': ('src/label/x.cc', SPDX + '#include <re2/re2.h>\n', 'under src/base only'),
    'CLI11 in a stage': ('src/report/x.cc', SPDX + '#include <CLI/CLI.hpp>\n', 'under src/cli only'),
    'GoogleTest in the library': ('src/base/x.cc', SPDX + '#include <gtest/gtest.h>\n', 'under tests only'),
    'quoted third-party header': ('src/label/x.cc', SPDX + '#  include "zlib.h"\n', 'under src/codec only'),
    'third-party under include':
        ('include/tamis/parse_x.h', SPDX + '#pragma once\n#include <gumbo.h>\n', 'gumbo.h is included under src/parse'),
    'unknown third-party header': ('src/base/x.cc', SPDX + '#include <lmdb.h>\n', 'has no folder yet'),
    'private header in a public one':
        ('include/tamis/result.h', SPDX + '#pragma once\n#include "base/utf8.h"\n', 'public header includes a private'),
    'public header of a later stage in a public one':
        ('include/tamis/page.h', SPDX + '#pragma once\n#include "tamis/label.h"\n', 'label comes after base'),
    'public header of nobody': ('include/tamis/x.h', SPDX + '#pragma once\n', 'belongs to no stage'),
    'header that is not there': ('src/base/x.cc', SPDX + '#include "base/not_there.h"\n', 'is not found'),
    'folder that is no stage': ('src/util/x.cc', SPDX, 'is no stage'),
    'iostream in the library': ('src/label/x.cc', SPDX + '#include <iostream>\n', '<iostream> is not used'),
    'std::regex': ('src/label/x.cc', SPDX + '#include <regex>\n', '<regex> is not used'),
    'long file': ('src/base/x.cc', SPDX + '// line\n' * 600, 'longer than 600 lines'),
    'long script': ('scripts/x', '# line\n' * 601, 'longer than 600 lines'),
    'no licence': ('src/base/x.cc', '#include <string>\n', 'licence line'),
    'no pragma once': ('src/base/x.h', SPDX, 'no #pragma once'),
}


class CheckLayers(unittest.TestCase):
    def setUp(self):
        self.check = load_check()
        self.copy = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.copy)
        for top in ('include', 'src', 'scripts'):
            shutil.copytree(os.path.join(ROOT, top), os.path.join(self.copy, top))
        for planted in ('src/parse/planted.h', 'src/cli/planted.h'):  # headers for others to trip over
            self.write(planted, SPDX + '#pragma once\n')

    def write(self, path, contents):
        path = os.path.join(self.copy, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as handle:
            handle.write(contents)

    def test_the_tree_itself_has_no_fault(self):
        self.assertEqual(self.check(self.copy), [])

    def test_each_planted_violation_is_caught_and_nothing_else(self):
        for what, (path, contents, message) in PLANTED.items():
            with self.subTest(what):
                full = os.path.join(self.copy, path)
                kept = None
                if os.path.exists(full):
                    with open(full, 'rb') as handle:
                        kept = handle.read()
                self.write(path, contents)
                faults = self.check(self.copy)
                self.assertTrue(any(message in f and f.startswith(path + ':') for f in faults), faults)
                self.assertTrue(all(f.startswith(path + ':') for f in faults), faults)
                if kept is None:
                    os.remove(full)
                else:
                    with open(full, 'wb') as handle:
                        handle.write(kept)


if __name__ == '__main__':
    unittest.main()
