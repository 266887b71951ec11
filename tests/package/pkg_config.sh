#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# pkg_config.sh PREFIX COMPILER SOURCE PROGRAM [FLAG...]: builds and runs a stranger's program with
# what tamis.pc says, in a prefix with a space in its name.
set -eu
prefix=$1 compiler=$2 source=$3 program=$4
shift 4
pc=$(find "$prefix" -name tamis.pc)
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
pkg-config --validate tamis
# pkg-config escapes the space, so its words are read by eval.
rules=$(pkg-config --variable=rulesdir tamis)
eval "$compiler -std=c++20 $* -DTAMIS_RULES=\\\"\"\$rules\"\\\" \"\$source\" -o \"\$program\" $(pkg-config --cflags --libs tamis)"
"$program"
