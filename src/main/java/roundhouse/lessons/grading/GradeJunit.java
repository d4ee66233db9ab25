package roundhouse.lessons.grading;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A grade as a test suite in JUnit's XML: a test case a task, a failure for one that does not bring all its points. */
public final class GradeJunit {
    private GradeJunit() {}

    public static String of(Grade grade) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, grade);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory takes all that is written", e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Grade grade) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", grade.lesson());
        xml.writeAttribute("tests", String.valueOf(grade.tasks().size()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute(
                "failures",
                String.valueOf(grade.tasks().stream()
                        .filter(task -> !task.judged().met())
                        .count()));
        property(xml, grade);
        for (Grade.Task task : grade.tasks()) {
            testCase(xml, grade, task);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, Grade grade) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("properties");
        for (String name : new String[] {"points", "worth"}) {
            xml.writeCharacters("\n    ");
            xml.writeEmptyElement("property");
            xml.writeAttribute("name", name);
            xml.writeAttribute("value", String.valueOf(name.equals("points") ? grade.points() : grade.worth()));
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, Grade grade, Grade.Task task) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", task.id() + ": " + task.title());
        xml.writeAttribute("classname", grade.lesson());
        xml.writeAttribute("time", "0");
        String points = task.judged().points() + " of " + task.judged().worth() + " points";
        if (!task.judged().met()) {
            xml.writeCharacters("\n    ");
            xml.writeEmptyElement("failure");
            xml.writeAttribute("message", points + ": " + plain(task.judged().sentence()));
            xml.writeCharacters("\n  ");
        }
        xml.writeEndElement();
    }

    /** Without what XML 1.0 cannot hold. */
    private static String plain(String text) {
        return text.replaceAll("[^\\u0020-\\uD7FF\\uE000-\\uFFFD]", " ");
    }
}
