// SPDX-License-Identifier: Apache-2.0
// A gamma posterior of a rate, from intervals of which only "something changed" or "nothing
// changed" is known. Such an interval's likelihood is 1 - e^(-s x) or e^(-s x); the first is no
// gamma, so the posterior is replaced by the gamma with its mean and variance (assumed-density
// filtering), both of which have a closed form.
#pragma once

namespace tamis::schedule {

struct Gamma {
  double shape = 1, rate = 1;
  double mean() const { return shape / rate; }
};

// Nothing changed while `exposure` changes of scale 1 were expected.
Gamma without_change(Gamma prior, double exposure);
// Something changed, nobody knows how often. REQUIRES: exposure > 0.
Gamma with_change(Gamma prior, double exposure);
// One change, seen as it happened (a hint led to it).
Gamma with_one_change(Gamma prior, double exposure);

// Events to expect in an interval with mean `mean` that had at least one: mean / (1 - e^-mean).
double events_given_change(double mean);

}  // namespace tamis::schedule
