"""Other programs' judgement of our papers: veraPDF, the Open XML SDK, LibreOffice, and faults planted to test them."""
