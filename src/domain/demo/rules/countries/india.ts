import { country } from '../country.ts';
import { englishTrades } from '../trades.ts';

/** No range is kept for fiction; these exchanges are not in use as far as we know. */
const phones = '+91222000:4, +91112000:4, +91802000:4';

export const india = country({
  code: 'IN',
  name: 'India',
  share: 6,
  men: `Aarav, Arjun, Rohan, Vikram, Rahul, Sanjay, Amit, Karthik, Suresh, Manoj, Farhan, Gurpreet, Anand, Nikhil, Venkatesh,
    Pradeep, Debashish, Imran`,
  women: `Ananya, Priya, Kavya, Neha, Pooja, Lakshmi, Deepika, Sunita, Meera, Ishita, Ayesha, Harleen, Shreya, Divya, Radhika,
    Nandini, Zoya, Padma`,
  families: `Sharma, Verma, Gupta, Singh, Kumar, Patel, Reddy, Nair, Iyer, Chatterjee, Mukherjee, Joshi, Desai, Kapoor, Khan,
    Mehta, Rao, Das, Fernandes, Kaur, Krishnamurthy, Subramanian, Venkataraman`,
  cities: `Mumbai:4000##:Maharashtra, Bengaluru:5600##:Karnataka, New Delhi:1100##:Delhi, Hyderabad:5000##:Telangana,
    Chennai:6000##:Tamil Nadu, Pune:4110##:Maharashtra, Kolkata:7000##:West Bengal, Ahmedabad:3800##:Gujarat`,
  streets: `MG Road, Station Road, Nehru Street, Linking Road, Park Street, Ring Road, Gandhi Nagar`,
  address: '{number} {street}',
  phones,
  companyWords: `Ashoka, Banyan, Ganges, Indus, Jasmine, Kaveri, Lotus, Monsoon, Peacock, Saffron, Sahyadri, Tulsi, Vindhya`,
  companyForms: 'Pvt. Ltd., Ltd., LLP',
  trades: englishTrades,
});
