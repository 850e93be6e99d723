package mien.app.prefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreferencesViewModelTest {

    private final List<Preferences> told = new ArrayList<>();
    private final PreferencesViewModel model =
            new PreferencesViewModel(Preferences.DEFAULT, told::add);

    @Test
    void aChangeIsToldOnceWithAllThatWasChangedBefore() {
        model.change(p -> p.withTheme(ThemeChoice.LIGHT));
        model.change(p -> p.withLanguage(Locale.KOREAN));
        assertEquals(2, told.size());
        assertEquals(ThemeChoice.LIGHT, told.get(1).theme());
        assertEquals(Optional.of(Locale.KOREAN), told.get(1).language());
        assertSame(told.get(1), model.now());
    }

    @Test
    void whatChangesNothingIsNotTold() {
        model.change(p -> p.withTheme(Preferences.DEFAULT.theme()));
        model.changeWork(w -> w);
        assertEquals(List.of(), told);
    }

    @Test
    void whoIsToldSeesTheChangeAlready() {
        List<Preferences> seen = new ArrayList<>();
        PreferencesViewModel[] one = new PreferencesViewModel[1];
        one[0] = new PreferencesViewModel(Preferences.DEFAULT, p -> seen.add(one[0].now()));
        one[0].change(p -> p.withTourSeen(true));
        assertEquals(List.of(Preferences.DEFAULT.withTourSeen(true)), seen);
    }

    @Test
    void aChangeOfWorkLeavesTheWindowAsItIs() {
        model.change(p -> p.withTheme(ThemeChoice.SYSTEM));
        model.changeWork(w -> w.withDevice("cpu").withAutosave(false));
        assertEquals("cpu", model.now().work().device());
        assertFalse(model.now().work().autosave());
        assertEquals(ThemeChoice.SYSTEM, model.now().theme());
        assertEquals(Preferences.DEFAULT.window(), model.now().window());
    }

    @Test
    void thePropertyFollows() {
        List<ThemeChoice> themes = new ArrayList<>();
        model.preferencesProperty().map(Preferences::theme).subscribe(t -> themes.add(t));
        model.change(p -> p.withTheme(ThemeChoice.LIGHT));
        assertEquals(List.of(ThemeChoice.DARK, ThemeChoice.LIGHT), themes);
    }
}
