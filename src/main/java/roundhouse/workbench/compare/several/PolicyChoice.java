package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.collections.ListChangeListener;
import org.controlsfx.control.CheckComboBox;
import roundhouse.analysis.variants.EvictionVariants;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.caching.eviction.EvictionPolicy;

/** The eviction policies under which a design is run: those that people speak of, until somebody chooses others. */
final class PolicyChoice extends CheckComboBox<String> {
    /** @param changed what to do when a person chose otherwise */
    PolicyChoice(Runnable changed) {
        setId("compare-policies");
        setTitle(text("compare.policies"));
        setShowCheckedCount(true);
        setAccessibleText(text("compare.policies-told"));
        getItems()
                .setAll(EvictionPolicies.all().stream()
                        .map(EvictionPolicy::label)
                        .toList());
        EvictionVariants.COMPARED.forEach(policy -> getCheckModel().check(policy.label()));
        getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) _ -> changed.run());
    }

    /** In the order of the registry. */
    List<EvictionPolicy> chosen() {
        return EvictionPolicies.all().stream()
                .filter(policy -> getCheckModel().isChecked(policy.label()))
                .toList();
    }
}
