package roundhouse.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class AdmissionTest {
    @Test
    void letsAKeyInAtItsThirdRequest() {
        Admission admission = new Admission(3, 1_000);
        assertThat(admission.admits(7)).isFalse();
        assertThat(admission.admits(8)).isFalse();
        assertThat(admission.admits(7)).isFalse();
        assertThat(admission.admits(7)).isTrue();
        assertThat(admission.admits(8)).isFalse();
        assertThat(admission.admits(7)).as("it begins anew").isFalse();
        assertThat(admission.admits(8)).isTrue();
    }

    @Test
    void afterOneIsEverything() {
        Admission admission = new Admission(1, 1);
        assertThat(admission.admits(7)).isTrue();
        assertThat(admission.admits(7)).isTrue();
    }

    @Test
    void requestsOfLongAgoCountLess() {
        Admission admission = new Admission(2, 4);
        assertThat(admission.admits(1)).isFalse();
        assertThat(admission.admits(2)).isFalse();
        assertThat(admission.admits(3)).isFalse();
        assertThat(admission.admits(4)).as("all are halved to nothing").isFalse();
        assertThat(admission.admits(1)).isFalse();
        assertThat(admission.admits(4)).isTrue();
    }

    @Test
    void lessThanOneRequestIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(2, 0));
    }
}
