// How sure each way of signing in can be, from low to high: the value of `acr` and what the page calls it.
const digid = (name) => `urn:oasis:names:tc:SAML:2.0:ac:classes:${name}`;
const eherkenning = (name) => `urn:etoegang:core:assurance-class:${name}`;
const eidas = (name) => `http://eidas.europa.eu/LoA/${name}`;

export const LEVELS = {
  "juistedeur-digid": [
    [digid("PasswordProtectedTransport"), "Basis: gebruikersnaam en wachtwoord"],
    [digid("MobileTwoFactorContract"), "Midden: met sms of app"],
    [digid("Smartcard"), "Substantieel: app met controle van het identiteitsbewijs"],
    [digid("SmartcardPKI"), "Hoog: met de chip van het identiteitsbewijs"],
  ],
  "juistedeur-eherkenning": [
    [eherkenning("loa2"), "EH2: laag"],
    [eherkenning("loa2plus"), "EH2+: laag, met een tweede middel"],
    [eherkenning("loa3"), "EH3: substantieel"],
    [eherkenning("loa4"), "EH4: hoog"],
  ],
  "juistedeur-medewerkers": [
    [eidas("low"), "Laag: met wachtwoord"],
    [eidas("substantial"), "Substantieel: met een tweede middel"],
    [eidas("high"), "Hoog: met een pas"],
  ],
};
