### Logos of territories and funders, for their documents.

logo-page = Logo
logo-notebook-lead = The territory’s logo is printed at the head of the documents of the toolbox.
logo-fund-lead = The funder’s logo is printed at the end of its report, of the leaflet and of the posters.
logo-none = There is no logo yet.
logo-now = Current logo
logo-file = Picture
logo-file-hint = PNG, JPEG, WebP or GIF. It is reduced to 800 × 400 pixels, and nothing else of the file is kept.
logo-alt = What the picture shows
logo-alt-hint = These words are read to whoever does not see the picture: usually the name written on the logo.
logo-put = Keep this logo
logo-take-off = Remove the logo
logo-take-off-hint = Documents already printed or signed do not change.
done-logo-put = The logo is kept.
done-logo-off = The logo is removed.
