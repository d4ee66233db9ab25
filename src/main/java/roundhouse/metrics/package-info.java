/**
 * What a run counts: counters, latency histograms, time-weighted gauges, time series. Each is declared once.
 */
@NullMarked
package roundhouse.metrics;

import org.jspecify.annotations.NullMarked;
