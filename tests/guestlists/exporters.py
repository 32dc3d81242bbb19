"""Header rows of the ticket shops and forms, and the field each of their columns is."""

LUMA_A = (
    "api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,custom_source,"
    "qr_code_url,amount,amount_tax,amount_discount,currency,coupon_code,eth_address,solana_address,"
    "survey_response_rating,survey_response_feedback,ticket_type_id,ticket_name"
)
LUMA_B = (
    "guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,utm_source,"
    "{more}referrer,referred_by,qr_code_url,amount,amount_tax,amount_discount,currency,coupon_code,eth_address,"
    "solana_address,survey_response_rating,survey_response_feedback,ticket_type_id,ticket_name,"
    "What company do you work for/with?,What is your job title?,What industry do you work in?,"
    "What are you looking to get out of this event?,What is your Instagram username?,What is your LinkedIn?"
)
LUMA_CLICKS = (
    "utm_medium,utm_campaign,utm_term,utm_content,google_click_id,meta_click_id,x_click_id,linkedin_click_id,"
    "tiktok_click_id,reddit_click_id,yandex_click_id,"
)
LUMA_FIELDS = {
    "name": "name",
    "first_name": "first_name",
    "last_name": "last_name",
    "email": "email",
    "phone": "phone_number",
    "status": "approval_status",
    "code": "qr_code_url",
}
LUMA_B_FIELDS = LUMA_FIELDS | {
    "company": "What company do you work for/with?",
    "title": "What is your job title?",
    "ticket": "guest_id",
    "purposes": "What are you looking to get out of this event?",
}

EXPORTERS: dict[str, tuple[str, dict[str, str]]] = {
    "Luma A": (LUMA_A, LUMA_FIELDS | {"ticket": "api_id"}),
    "Luma B": (LUMA_B.format(more=""), LUMA_B_FIELDS),
    "Luma B'": (LUMA_B.format(more=LUMA_CLICKS), LUMA_B_FIELDS),
    "Eventbrite orders, older": (
        "Event Name,Order ID,Date,Gross Revenue (USD),Ticket Revenue (USD),Eventbrite Fees (USD),"
        "Eventbrite Payment Processing (USD),Tickets,Type,Status,Transaction ID,Notes,First Name,Last Name,"
        "Email Address,Home Address 1,Home Address 2,Home City,Home State,Home Zip,Home Country",
        {
            "first_name": "First Name",
            "last_name": "Last Name",
            "email": "Email Address",
            "status": "Status",
            "order": "Order ID",
            "tickets": "Tickets",
        },
    ),
    "Eventbrite attendees, US": (
        "Order #,Order Date,Prefix,First Name,Last Name,Suffix,Email,Quantity,Price Tier,Ticket Type,Attendee #,"
        "Barcode #,Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,"
        "Attendee Status,Home Address 1,Job Title,Company,Buyer First Name,Buyer Last Name,Buyer Email",
        {
            "first_name": "First Name",
            "last_name": "Last Name",
            "email": "Email",
            "company": "Company",
            "title": "Job Title",
            "status": "Attendee Status",
            "ticket": "Attendee #",
            "code": "Barcode #",
            "order": "Order #",
            "tickets": "Quantity",
        },
    ),
    "Eventbrite attendees, UK": (
        "Event Name,Event ID,Order no.,Order Date,First Name,Surname,Email,Quantity,Price Tier,Ticket Type,"
        "Attendee no.,Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,"
        "Attendee Status,Mobile Phone,Home Postcode,County of Residence",
        {
            "first_name": "First Name",
            "last_name": "Surname",
            "email": "Email",
            "phone": "Mobile Phone",
            "status": "Attendee Status",
            "ticket": "Attendee no.",
            "order": "Order no.",
            "tickets": "Quantity",
        },
    ),
    "Eventbrite attendees, Italian": (
        "Cognome,Nome,E-mail,Cognome acquirente,Nome acquirente,E-mail acquirente,Ordine n.,N. codice a barre,"
        "Tipologia biglietto,Data check-in,Azienda,Titolo professionale",
        {
            "first_name": "Nome",
            "last_name": "Cognome",
            "email": "E-mail",
            "company": "Azienda",
            "title": "Titolo professionale",
            "code": "N. codice a barre",
            "order": "Ordine n.",
        },
    ),
    "Meetup attendees": (
        "Name,Attendance,User ID,Title,Event Host,RSVP,Guests,RSVPed on,Joined Group on,URL of Member Profile,Notes",
        {"name": "Name", "status": "RSVP", "ticket": "User ID", "brings": "Guests"},
    ),
    "Meetup members": (
        "Name,User ID,Title,Member ID,Location,Joined Group on,Last visited group on,Last Attended,Total RSVPs,"
        "RSVPed Yes,RSVPed Maybe,RSVPed No,Meetups attended,No shows,Intro,Photo,Assistant Organizer,Mailing List,"
        "URL of Member Profile,Topics of interest?",
        {"name": "Name", "ticket": "User ID", "interests": "Topics of interest?"},
    ),
    "pretix check-in list": (
        "Order code,Attendee name,Attendee name: Given name,Attendee name: Family name,Product,Price,Checked in,"
        "Checked out,Automatically checked in,Paid,Secret,E-mail,Company,Voucher code,Order date,"
        "Requires special attention,Comment,Seat ID,Seat name,Seat zone,Seat row,Seat number",
        {
            "name": "Attendee name",
            "first_name": "Attendee name: Given name",
            "last_name": "Attendee name: Family name",
            "email": "E-mail",
            "company": "Company",
            "code": "Secret",
            "order": "Order code",
            "attention": "Requires special attention",
        },
    ),
    "pretix order positions": (
        "Event slug,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,Variation,Price,"
        "Tax rate,Tax rule,Tax value,Attendee name,Attendee email,Company,Address,ZIP code,City,Country,State,Voucher,"
        "Seat ID,Order comment,Follow-up date,Interests – Python,Interests – Bees,Company,Invoice address name,Address,"
        "VAT ID,Sales channel,Order locale,E-mail address verified,Payment providers",
        {
            "name": "Attendee name",
            "email": "Attendee email",
            "phone": "Phone number",
            "company": "Company",
            "status": "Status",
            "order": "Order code",
            "position": "Position ID",
            "interests": "Interests – Python, Interests – Bees",
        },
    ),
    "pretix order positions, 2026": (
        "Event slug,Event name,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,"
        "Product ID,Variation,Variation ID,Price,Tax rate,Tax rule,Tax value,Attendee name,Attendee name: Given name,"
        "Attendee name: Family name,Attendee email,Attendee company,Address,ZIP code,City,Country,State,Voucher,"
        "Voucher budget usage,Voucher tag,Pseudonymization ID,Ticket secret,Seat ID,Seat name,Seat zone,Seat row,"
        "Seat number,Blocked,Valid from,Valid until,Order comment,Follow-up date,Add-on to position ID,"
        "What are you into? – Bees,What are you into? – Jazz – live,Invoice address company,Invoice address name,"
        "Invoice address street,VAT ID,Sales channel,Order locale,Email address verified,External customer ID,"
        "Check-in lists,Payment providers,Position order link",
        {
            "name": "Attendee name",
            "first_name": "Attendee name: Given name",
            "last_name": "Attendee name: Family name",
            "email": "Attendee email",
            "phone": "Phone number",
            "company": "Attendee company",
            "interests": "What are you into? – Bees, What are you into? – Jazz – live",
            "status": "Status",
            "ticket": "Pseudonymization ID",
            "code": "Ticket secret",
            "order": "Order code",
            "position": "Position ID",
        },
    ),
    "pretix order positions, French": (
        "Titre de l'événement,Code de commande,ID de la position,Statut,E-Mail,Numéro de téléphone,Produit,"
        "Nom du participant,Nom du participant: Prénom,Nom du participant: Nom de famille,E-mail du participant,"
        "Entreprise du participant,Adresse,ID pseudonyme,Secret du billet,ID du siège,Centres d'intérêt – Abeilles,"
        "Centres d'intérêt – Échecs,Entreprise,Nom de l'adresse de facturation,Adresse",
        {
            "name": "Nom du participant",
            "first_name": "Nom du participant: Prénom",
            "last_name": "Nom du participant: Nom de famille",
            "email": "E-mail du participant",
            "phone": "Numéro de téléphone",
            "company": "Entreprise du participant",
            "interests": "Centres d'intérêt – Abeilles, Centres d'intérêt – Échecs",
            "status": "Statut",
            "ticket": "ID pseudonyme",
            "code": "Secret du billet",
            "order": "Code de commande",
            "position": "ID de la position",
        },
    ),
    "pretix check-in list, Italian": (
        "Codice ordine,Nome del partecipante,Nome del partecipante: Nome,Nome del partecipante: Cognome,Prodotto,"
        "Prezzo,Check-in effettuato,Email,Numero di telefono,Interessi – Api,Azienda,Richiede particolare attenzione,"
        "Testo di check-in,ID del posto",
        {
            "name": "Nome del partecipante",
            "first_name": "Nome del partecipante: Nome",
            "last_name": "Nome del partecipante: Cognome",
            "email": "Email",
            "phone": "Numero di telefono",
            "company": "Azienda",
            "interests": "Interessi – Api",
            "attention": "Richiede particolare attenzione, Testo di check-in",
            "order": "Codice ordine",
        },
    ),
    "pretix order positions, Spanish": (
        "Código del pedido,ID de posición,Estado,Correo electrónico,Número de teléfono,Producto,Nombre del asistente,"
        "Nombre del asistente: Nombre,Nombre del asistente: Apellido,Correo electrónico del participante,"
        "Empresa asistente,ID Seudónimo,Secreto de la entrada,Intereses – Abejas",
        {
            "name": "Nombre del asistente",
            "first_name": "Nombre del asistente: Nombre",
            "last_name": "Nombre del asistente: Apellido",
            "email": "Correo electrónico del participante",
            "phone": "Número de teléfono",
            "company": "Empresa asistente",
            "interests": "Intereses – Abejas",
            "status": "Estado",
            "ticket": "ID Seudónimo",
            "code": "Secreto de la entrada",
            "order": "Código del pedido",
            "position": "ID de posición",
        },
    ),
    "pretix check-in list, German": (
        "Bestellnummer,Name Teilnehmer*in,Teilnehmer*innenname: Vorname,Teilnehmer*innenname: Nachname,Produkt,Preis,"
        "Eingecheckt,Secret,E-Mail,Telefonnummer,Interessen,Firma,Benötigt besondere Behandlung,Check-in-Hinweis",
        {
            "name": "Name Teilnehmer*in",
            "first_name": "Teilnehmer*innenname: Vorname",
            "last_name": "Teilnehmer*innenname: Nachname",
            "email": "E-Mail",
            "phone": "Telefonnummer",
            "company": "Firma",
            "interests": "Interessen",
            "attention": "Benötigt besondere Behandlung, Check-in-Hinweis",
            "code": "Secret",
            "order": "Bestellnummer",
        },
    ),
    "pretix order positions, German": (
        "Event-Kurzform,Bestellnummer,Position,Status,E-Mail,Telefonnummer,Bestelldatum,Produkt,Variante,Preis,"
        "Name Teilnehmer*in,Name Teilnehmer*in: Vorname,Name Teilnehmer*in: Nachname,E-Mail Teilnehmer*in,Firma,"
        "Adresse,Gutschein,Pseudonyme ID,Sitzplatz-ID,Interessen – Bienen,Interessen – Schach,Firma,"
        "Rechnungsadresse: Name,Adresse",
        {
            "name": "Name Teilnehmer*in",
            "first_name": "Name Teilnehmer*in: Vorname",
            "last_name": "Name Teilnehmer*in: Nachname",
            "email": "E-Mail Teilnehmer*in",
            "phone": "Telefonnummer",
            "company": "Firma",
            "status": "Status",
            "order": "Bestellnummer",
            "position": "Position",
            "ticket": "Pseudonyme ID",
            "interests": "Interessen – Bienen, Interessen – Schach",
        },
    ),
    "Eventbrite orders, 2025": (
        "Order ID,Order date,Event ID,Event name,Event start date,Event location,Buyer first name,Buyer last name,"
        "Buyer email,Gross sales,Net sales,Ticket revenue,Eventbrite service fee,Eventbrite payment processing fee",
        {
            "first_name": "Buyer first name",
            "last_name": "Buyer last name",
            "email": "Buyer email",
            "order": "Order ID",
        },
    ),
    "Indico": (
        "ID,Name,First Name,Last Name,Email Address,Affiliation,Position,Phone Number,Registration date,"
        "Modification date,Registration state,Created by,Price,Checked in,Check-in date,Payment date,Tags",
        {
            "name": "Name",
            "first_name": "First Name",
            "last_name": "Last Name",
            "email": "Email Address",
            "company": "Affiliation",
            "title": "Position",
            "phone": "Phone Number",
            "status": "Registration state",
        },
    ),
    "Hi.Events": (
        "ID,First Name,Last Name,Email,Status,Check Ins,Product ID,Product Name,Event ID,Public ID,Short ID,"
        "Created Date,Last Updated Date,Notes,What are you interested in?",
        {
            "first_name": "First Name",
            "last_name": "Last Name",
            "email": "Email",
            "status": "Status",
            "ticket": "Public ID",
            "interests": "What are you interested in?",
        },
    ),
    "Attendize": (
        "First Name,Last Name,Email,Ticket ID,Reference,Ticket Type,Order Date,Has Arrived,Arrival Time",
        {
            "first_name": "First Name",
            "last_name": "Last Name",
            "email": "Email",
            "ticket": "Ticket ID",
            "order": "Reference",
        },
    ),
    "Tito": (
        "Number,Ticket,Ticket Full Name,Ticket First Name,Ticket Last Name,Ticket Email,Ticket Company Name,"
        "Ticket Phone Number,Event,Void Status,Price,Ticket Reference,Order Reference,Order Name,Order First Name,"
        "Order Last Name,Order Email,Order Company Name",
        {
            "name": "Ticket Full Name",
            "first_name": "Ticket First Name",
            "last_name": "Ticket Last Name",
            "email": "Ticket Email",
            "phone": "Ticket Phone Number",
            "company": "Ticket Company Name",
            "status": "Void Status",
            "ticket": "Ticket Reference",
            "order": "Order Reference",
        },
    ),
    "alf.io": (
        "ID,Category,Event,Status,OriginalPrice,PaidPrice,Discount,VAT,ReservationID,Full Name,First Name,Last Name,"
        "E-Mail,Locked,Language,Confirmation,Billing Address,Country Code",
        {
            "name": "Full Name",
            "first_name": "First Name",
            "last_name": "Last Name",
            "email": "E-Mail",
            "status": "Status",
            "order": "ReservationID",
            "ticket": "ID",
        },
    ),
    "FooEvents": (
        "TicketID,OrderID,Attendee First Name,Attendee Last Name,Attendee Email,Ticket Status,Ticket Type,Variation,"
        "Attendee Telephone,Attendee Company,Attendee Designation,Purchaser First Name,Purchaser Email",
        {
            "first_name": "Attendee First Name",
            "last_name": "Attendee Last Name",
            "email": "Attendee Email",
            "phone": "Attendee Telephone",
            "company": "Attendee Company",
            "title": "Attendee Designation",
            "status": "Ticket Status",
            "ticket": "TicketID",
            "order": "OrderID",
        },
    ),
    "a plain list": (
        "Name,E-mail,Interests,Can offer,Looking for,Why are you coming?",
        {
            "name": "Name",
            "email": "E-mail",
            "interests": "Interests",
            "offers": "Can offer",
            "asks": "Looking for",
            "purposes": "Why are you coming?",
        },
    ),
    "a form of questions": (
        "Your name,What are you into?,What could you help someone with tonight?,What are you looking for?,"
        "What are you looking to get out of this event?,I can help with",
        {
            "name": "Your name",
            "interests": "What are you into?",
            "offers": "What could you help someone with tonight?",
            "asks": "What are you looking for?",
            "purposes": "What are you looking to get out of this event?",
        },
    ),
    "a German list": (
        "Vorname,Nachname,E-Mail-Adresse,Telefon,Firma,Beruf,Interessen,Ich biete,Ich suche,Warum kommst du zum Abend?",
        {
            "first_name": "Vorname",
            "last_name": "Nachname",
            "email": "E-Mail-Adresse",
            "phone": "Telefon",
            "company": "Firma",
            "title": "Beruf",
            "interests": "Interessen",
            "offers": "Ich biete",
            "asks": "Ich suche",
            "purposes": "Warum kommst du zum Abend?",
        },
    ),
}
