package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mien.app.text.Texts;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.Control.Borrow;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoanTest {

    private static final Borrow<SidedSpec> TAKE =
            new Borrow<>(
                    "take",
                    "face",
                    List.of("size"),
                    (s, part, from) -> s.with(0, from.source().width()));

    @TempDir private Path folder;

    private final List<String> said = new ArrayList<>();
    private final EditViewModel<SidedSpec> edit =
            new EditViewModel<>(
                    new SidedSystem(),
                    SidedSpec.found(new Picture(2, 2, new int[4])),
                    new ToyWorkshop(),
                    new ManualJobs());
    private final Loan<SidedSpec> loan =
            new Loan<>(edit, TAKE, new ToyWorkshop(), Texts.of(Locale.ENGLISH), said::add);

    private Path picture(int width, int height) {
        Path file = folder.resolve(width + ".png");
        new Picture(width, height, new int[width * height]).write(file);
        return file;
    }

    @Test
    void aPartOfAnotherPictureIsTakenAndGivenBack() {
        loan.open(picture(7, 7));
        assertFalse(loan.readingProperty().get());
        assertEquals(7, loan.lenderProperty().get().orElseThrow().source().width());
        assertEquals("7.png", loan.nameProperty().get());
        assertEquals(edit.opened(), edit.spec(), "nothing is taken by itself");
        loan.take("size");
        assertEquals(7, edit.spec().at(0));
        loan.giveBack();
        assertEquals(2, edit.spec().at(0));
        edit.undo();
        assertEquals(7, edit.spec().at(0));
    }

    @Test
    void aPictureThatCannotBeReadOrUsedIsToldInASentence() throws IOException {
        Files.writeString(folder.resolve("no.png"), "no");
        loan.open(folder.resolve("no.png"));
        loan.open(picture(7, 5));
        assertEquals(2, said.size());
        assertTrue(said.get(0).contains("no.png"), said.get(0));
        assertEquals("The toy takes square pictures.", said.get(1));
        assertEquals(Optional.empty(), loan.lenderProperty().get());
        assertEquals("", loan.nameProperty().get());
        loan.take("size");
        assertEquals(edit.opened(), edit.spec());
    }
}
