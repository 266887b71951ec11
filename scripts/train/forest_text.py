# SPDX-License-Identifier: Apache-2.0
"""A LightGBM booster as the text that src/rules/forest_reader.cc reads."""
import numpy as np


def float_down(value):
    """The largest float that is not above the double: value <= it, in floats, is what the double says."""
    single = np.float32(value)
    return np.nextafter(single, np.float32(-np.inf)) if float(single) > value else single


def flatten(node, used, out):
    """Nodes in preorder; returns (place, mean of the leaves below, rows below)."""
    place = len(out)
    out.append(None)
    if 'leaf_value' in node:
        out[place] = '%.7g' % node['leaf_value']
        return place, node['leaf_value'], node.get('leaf_count', 1)
    assert node['decision_type'] == '<='
    left, left_value, left_rows = flatten(node['left_child'], used, out)
    right, right_value, right_rows = flatten(node['right_child'], used, out)
    rows = left_rows + right_rows
    value = (left_value * left_rows + right_value * right_rows) / rows if rows else 0.
    feature = used.setdefault(node['split_feature'], len(used))
    out[place] = '%d %s %d %d %.7g' % (feature, float_down(node['threshold']), left, right, value)
    return place, value, rows


def write(path, booster, names, header):
    used, trees = {}, []
    for tree in booster.dump_model()['tree_info']:
        nodes = []
        flatten(tree['tree_structure'], used, nodes)
        trees.append(nodes)
    with open(path, 'w', encoding='utf-8') as out:
        for line in header:
            out.write('# %s\n' % line if line else '#\n')
        out.write('tamis-forest 1\nfeatures %d\n' % len(used))
        for feature in used:
            out.write(names[feature] + '\n')
        out.write('trees %d\n' % len(trees))
        for nodes in trees:
            out.write('tree %d\n' % len(nodes) + '\n'.join(nodes) + '\n')
