package roundhouse.cli.reports;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.expectations.Expectation;

/**
 * The expectations as a test suite in JUnit's XML, in the form that Maven's Surefire writes and build servers read: a test case each,
 * a failure for one that was missed, an error for one that could not be judged. Times are simulated seconds.
 */
public final class ReportJunit {
    private ReportJunit() {}

    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, report);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes all that is written", e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Report report) throws XMLStreamException {
        List<Verdict> verdicts = report.verdicts();
        line(xml, 0);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", report.topology());
        attribute(xml, "time", seconds(report.simulatedNanos()));
        attribute(xml, "tests", String.valueOf(verdicts.size()));
        attribute(xml, "errors", count(verdicts, Verdict.Unknown.class));
        attribute(xml, "skipped", "0");
        attribute(xml, "failures", count(verdicts, Verdict.Missed.class));
        line(xml, 1);
        xml.writeStartElement("properties");
        property(xml, "seed", String.valueOf(report.seed()));
        property(xml, "digest", ReportJson.digest(report.digest()));
        line(xml, 1);
        xml.writeEndElement();
        for (Verdict verdict : verdicts) {
            testCase(xml, report, verdict);
        }
        line(xml, 0);
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        line(xml, 2);
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void testCase(XMLStreamWriter xml, Report report, Verdict verdict) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testcase");
        attribute(xml, "name", verdict.expectation().text());
        attribute(xml, "classname", report.topology());
        attribute(xml, "time", seconds(length(report, verdict.expectation())));
        if (!(verdict instanceof Verdict.Met)) {
            line(xml, 2);
            xml.writeEmptyElement(verdict instanceof Verdict.Missed ? "failure" : "error");
            attribute(xml, "message", verdict.finding());
            attribute(xml, "type", "expectation " + verdict.state());
            line(xml, 1);
        }
        xml.writeEndElement();
    }

    /** Of the part of the run that the expectation is about, nanoseconds. */
    private static long length(Report report, Expectation expectation) {
        return switch (expectation) {
            case Expectation.Bound bound
            when bound.during() != null ->
                bound.during().to().minus(bound.during().from()).toNanos();
            case Expectation.Bound _, Expectation.Takeover _, Expectation.Promise _, Expectation.Convergence _ ->
                Math.max(0, report.simulatedNanos() - report.warmUpNanos());
        };
    }

    private static String count(List<Verdict> verdicts, Class<? extends Verdict> kind) {
        return String.valueOf(verdicts.stream().filter(kind::isInstance).count());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        // Two characters that a name may have and XML has no way to write.
        xml.writeAttribute(name, value.replace('\uFFFE', '?').replace('\uFFFF', '?'));
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
