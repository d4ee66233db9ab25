package roundhouse.analysis.sweeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.json.Units.Parsed;

class VariedValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2,4,8            | 2,4,8
            1..4             | 1,2,3,4
            0.5..1.5:0.25    | 0.5,0.75,1,1.25,1.5
            10ms..30ms:10ms  | 10ms,20ms,30ms
            100..300/s:100   | 100/s,200/s,300/s
            1, 4..6, 10      | 1,4,5,6,10
            random,ip-hash   | random,ip-hash
            0.0001..0.0002:0.0001 | 0.0001,0.0002
            3..3             | 3
            """)
    void listsAndRanges(String typed, String values) {
        assertThat(VariedValues.parse(typed)).isEqualTo(new Parsed.Value<>(List.of(values.split(","))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50..1          | is empty; it goes from the smaller to the larger, as 1..50
            1,,2           | a value is empty
            1..5:0         | never ends
            1ms..5s        | have one unit
            1..x           | values are written like
            1..1000000     | at most 100000
            1,2,1          | a value comes twice
            1..3,2         | a value comes twice
            """)
    void whatIsNoList(String typed, String reason) {
        assertThat(VariedValues.parse(typed))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class,
                        wrong -> assertThat(wrong.reason()).contains(reason).doesNotContain("\n"));
    }

    @Test
    void aVariableIsAPathAndItsValues() {
        assertThat(Variable.parse("s1.cores=1..2"))
                .isEqualTo(new Parsed.Value<>(new Variable(new VariedSetting("s1.cores"), List.of("1", "2"))));
        assertThat(Variable.parse("s1.cores")).isInstanceOf(Parsed.Wrong.class);
    }
}
