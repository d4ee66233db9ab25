package roundhouse.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import roundhouse.cli.reports.ReportCsv;
import roundhouse.cli.reports.ReportJson;
import roundhouse.cli.reports.ReportText;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;

/** All that can be seen of a run as it is now: what two runs that are the same have in common. */
record RunView(long digest, String text, String json, String csv, Report report, String series) {
    static RunView of(Run run) {
        Report report = run.report();
        Frame frame = new Frame();
        run.observe(frame);
        return new RunView(
                run.digest(),
                ReportText.of(report),
                ReportJson.of(report),
                ReportCsv.of(report),
                report,
                ReportCsv.series(frame.history));
    }

    /** @throws AssertionError with the first thing in which the other run is not the same */
    void same(String how, RunView other) {
        assertThat(other.digest).as("the digest, %s", how).isEqualTo(digest);
        assertThat(other.text).as("the text report, %s", how).isEqualTo(text);
        assertThat(other.json).as("the JSON report, %s", how).isEqualTo(json);
        assertThat(other.csv).as("the CSV report, %s", how).isEqualTo(csv);
        assertThat(other.report).as("the report, %s", how).isEqualTo(report);
        assertThat(other.series).as("the series, %s", how).isEqualTo(series);
    }
}
