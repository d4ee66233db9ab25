package roundhouse.topology.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record by their place, so that a declaration names a component once and no code repeats all of them. Used when
 * documents are read and edited, never while a system runs.
 */
final class RecordShape<R> {
    private final Class<R> type;
    private final List<String> names;
    private final Method[] accessors;
    private final Constructor<R> constructor;

    RecordShape(Class<R> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        names = Arrays.stream(components).map(RecordComponent::getName).toList();
        accessors = new Method[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
            types[i] = components[i].getType();
        }
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a constructor for its components", e);
        }
    }

    int size() {
        return names.size();
    }

    /**
     * The place of a component.
     *
     * @throws IllegalArgumentException when the record has none of that name
     */
    int indexOf(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(type.getName() + " has no component " + name);
        }
        return index;
    }

    String name(int index) {
        return names.get(index);
    }

    R cast(Object value) {
        return type.cast(value);
    }

    @Nullable
    Object get(R whole, int index) {
        try {
            return accessors[index].invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + "." + names.get(index), e);
        }
    }

    /** All components in their order. */
    @Nullable
    Object[] values(R whole) {
        @Nullable Object[] values = new Object[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(whole, i);
        }
        return values;
    }

    R make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a " + type.getName() + " of " + Arrays.toString(values), e);
        }
    }

    R with(R whole, int index, @Nullable Object value) {
        @Nullable Object[] values = values(whole);
        values[index] = value;
        return make(values);
    }
}
